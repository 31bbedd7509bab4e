// An Automation API program with the generated Go SDK. test/languages/README.md says what it is for.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"

	backups "github.com/pulumi-alicloud-backups/pulumi-alicloud-backups/sdk/go/alicloudbackups"
	"github.com/pulumi-alicloud-backups/pulumi-alicloud-backups/sdk/go/alicloudbackups/dbs"
	"github.com/pulumi-alicloud-backups/pulumi-alicloud-backups/sdk/go/alicloudbackups/rds"
	"github.com/pulumi/pulumi/sdk/v3/go/auto"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optdestroy"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optpreview"
	"github.com/pulumi/pulumi/sdk/v3/go/auto/optup"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

var dbInstanceID = pulumi.String("rm-bp1shop0healthy01")

func program(ctx *pulumi.Context) error {
	endpoint := pulumi.String(os.Getenv("RDS_ENDPOINT"))
	provider, err := backups.NewProvider(ctx, "explicit", &backups.ProviderArgs{
		Region:    pulumi.String("cn-hangzhou"),
		AccessKey: pulumi.String(os.Getenv("ALICLOUD_ACCESS_KEY")),
		SecretKey: pulumi.String(os.Getenv("ALICLOUD_SECRET_KEY")),
		Endpoints: backups.EndpointsArgs{Rds: endpoint, Dbs: endpoint},
	})
	if err != nil {
		return err
	}
	question := rds.GetLatestBackupOutputArgs{DbInstanceId: dbInstanceID}
	if maxAge := os.Getenv("LOOKUP_MAX_AGE"); maxAge != "" {
		question.MaxAge = pulumi.String(maxAge)
	}
	latest := rds.GetLatestBackupOutput(ctx, question)
	verdict := rds.GetBackupReadinessOutput(ctx, rds.GetBackupReadinessOutputArgs{
		DbInstanceIds: pulumi.StringArray{dbInstanceID},
		MaxAge:        pulumi.String("26h"),
		MinCount:      pulumi.Float64(3),
	}, pulumi.Provider(provider))
	tasks := dbs.GetDownloadTasksOutput(ctx, dbs.GetDownloadTasksOutputArgs{
		DbInstanceId: pulumi.String("rm-bp1bill00export01"),
	}, pulumi.Provider(provider))
	// Links age with the backups: one that has expired must not be what stops the program.
	links := rds.GetBackupDownloadOutput(ctx, rds.GetBackupDownloadOutputArgs{
		DbInstanceId: dbInstanceID,
		BackupId:     latest.BackupId(),
		MinValidity:  pulumi.String("0s"),
	})
	gate, err := rds.NewBackupGate(ctx, "fresh-backup", &rds.BackupGateArgs{
		DbInstanceId: dbInstanceID,
		MaxAge:       pulumi.String("26h"),
		DenyDestroy:  pulumi.Bool(true),
	})
	if err != nil {
		return err
	}
	_, err = pulumi.NewStash(ctx, "migration", &pulumi.StashArgs{
		Input: pulumi.String("release " + os.Getenv("RELEASE")),
	}, pulumi.DependsOn([]pulumi.Resource{gate}))
	if err != nil {
		return err
	}

	ctx.Export("latestBackupId", latest.BackupId())
	ctx.Export("gateBackupId", gate.BackupId)
	ctx.Export("verdict", verdict.Verdict())
	ctx.Export("downloadTasks", tasks.Ids().ApplyT(func(ids []string) int { return len(ids) }))
	ctx.Export("link", links.BackupDownloadUrl())
	return nil
}

type result struct {
	Succeeded bool           `json:"succeeded"`
	Output    string         `json:"output"`
	Outputs   map[string]any `json:"outputs"`
}

func run(ctx context.Context, order string, output *bytes.Buffer) (map[string]any, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	stack, err := auto.UpsertStackInlineSource(ctx, "test", "languages", program, auto.WorkDir(folder))
	if err != nil {
		return nil, err
	}
	outputs := map[string]any{}
	switch order {
	case "preview":
		_, err = stack.Preview(ctx, optpreview.ProgressStreams(output), optpreview.Color("never"))
	case "destroy":
		_, err = stack.Destroy(ctx, optdestroy.ProgressStreams(output), optdestroy.Color("never"))
	default:
		var up auto.UpResult
		up, err = stack.Up(ctx, optup.ProgressStreams(output), optup.Color("never"))
		for name, value := range up.Outputs {
			outputs[name] = value.Value
			if value.Secret {
				outputs[name] = "secret"
			}
		}
	}
	return outputs, err
}

func main() {
	var output bytes.Buffer
	outputs, err := run(context.Background(), os.Args[1], &output)
	if err != nil {
		fmt.Fprintln(&output, err)
	}
	answer, failure := json.Marshal(result{err == nil, output.String(), outputs})
	if failure != nil {
		panic(failure)
	}
	fmt.Println(string(answer))
}
