/**
 * The products whose endpoints pulumi-alicloud's setting of the same name may hold (@pulumi/alicloud 3.108), besides those
 * that this package asks. They are accepted and not used, so that one value can be written for both.
 */
export const ignoredEndpointProducts: ReadonlySet<string> = new Set(
  [
    "acr actiontrail adb aiworkspace alb alidfs alidns alikafka amqp antiddosPublic apig apigateway arms",
    "bastionhost beebot bpstudio brainIndustrial bssopenapi cas cassandra cbn cddc cdn cds chatbot clickhouse",
    "cloudapi cloudauth cloudfirewall cloudfw cloudphone cloudsso cms computenest config cr cs das datahub",
    "dataworksPublic dataworkspublic dbfs dcdn ddosbasic ddosbgp ddoscoo dds devopsRdc devopsrdc dfs dg dm",
    "dmsEnterprise dmsenterprise dns drds dts dysms dysmsapi eais ebs ecd eci ecs edas edasschedulerx edsUser",
    "edsuser eflo efloCnp efloController ehpc ehs eipanycast elasticsearch emr ens esa ess eventbridge fc fcOpen",
    "fnf ga gaplus gdb gds gpdb gwlb gwsecd hbr hcsSgw hitsdb imm imp ims iot kms kvstore location log market",
    "maxcompute mhub mns mnsOpen mscopensubscription mse nas nlb oceanbase oceanbasepro ons onsproxy oos",
    "opensearch oss ots polardb polardbx privatelink pvtz quickbi quickbiPublic quotas rKvstore ram redisa",
    "resourcemanager resourcesharing ressharing rocketmq ros sae sas scdn schedulerx2 sddp selectdb serverless",
    "servicecatalog servicemesh sgw slb smartag srvcatalog swas swasOpen tag vod vpc vpcipam vpcpeer vs waf",
    "wafOpenapi",
  ].flatMap((names) => names.split(" ")),
);
