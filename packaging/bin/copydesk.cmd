@echo off
rem The command line of the installed app, without a window.
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\Copydesk.exe" "%~dp0..\resources\app.asar\out\main\cli.js" %*
