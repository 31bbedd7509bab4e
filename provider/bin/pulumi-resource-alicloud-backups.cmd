@echo off
rem What Pulumi starts on Windows, where it looks for .exe and .cmd. The launcher beside it says when Node is too old.
setlocal
for %%N in (node.exe) do set "node=%%~$PATH:N"
if not defined node (
  >&2 echo pulumi-resource-alicloud-backups needs Node 22.12 or later, and there is no node.exe on PATH.
  exit /b 1
)
"%node%" "%~dp0pulumi-resource-alicloud-backups" %*
exit /b %ERRORLEVEL%
