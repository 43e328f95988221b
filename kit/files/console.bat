@echo off
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
set PYTHONDONTWRITEBYTECODE=1
doskey tongzhi="%~dp0python\python.exe" -m tongzhi $*
"%~dp0python\python.exe" -m tongzhi
cmd /k
