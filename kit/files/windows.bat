@echo off
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
set PYTHONDONTWRITEBYTECODE=1
"%~dp0python\python.exe" -m tongzhi serve --open
if errorlevel 1 pause
