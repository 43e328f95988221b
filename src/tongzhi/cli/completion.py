"""`tongzhi completion`: the script that lets a shell complete commands and options with Tab."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tongzhi.cli.base import command
from tongzhi.cli.main import top
from tongzhi.cli.output import say, tell

SHELLS = ("bash", "zsh", "fish", "powershell")
_PLACES = {
    "bash": "追加到 ~/.bashrc：tongzhi completion bash >> ~/.bashrc",
    "zsh": "追加到 ~/.zshrc：tongzhi completion zsh >> ~/.zshrc",
    "fish": "存为 ~/.config/fish/completions/tongzhi.fish",
    "powershell": "追加到配置文件：tongzhi completion powershell >> $PROFILE",
}
_VARIABLE = "_TONGZHI_COMPLETE"
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName tongzhi -ScriptBlock {
    param($word, $line, $position)
    $words = @($line.CommandElements | ForEach-Object { $_.ToString() })
    if ($word -eq '') { $words += '' }
    $env:_TONGZHI_COMPLETE = 'bash_complete'
    $env:COMP_WORDS = $words -join "`n"
    $env:COMP_CWORD = $words.Count - 1
    try {
        tongzhi | ForEach-Object {
            $kind, $value = $_ -split ',', 2
            if ($kind -eq 'plain') {
                [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $value)
            }
        }
    } finally {
        Remove-Item Env:_TONGZHI_COMPLETE, Env:COMP_WORDS, Env:COMP_CWORD
    }
}"""


@command(
    "completion",
    short_help="按 Tab 补全命令和选项",
    examples=("tongzhi completion bash >> ~/.bashrc", "tongzhi completion powershell >> $PROFILE"),
)
@click.argument("shell", metavar="[bash|zsh|fish|powershell]", type=click.Choice(SHELLS))
def completion_command(shell: str) -> int:
    """打印补全脚本：装进自己的终端后，按 Tab 就能补全命令、选项和文件名。"""
    say(_script(shell))
    tell(f"{_PLACES[shell]}；重开终端后生效")
    return 0


def _script(shell: str) -> str:
    if shell == "powershell":
        return _POWERSHELL

    kind = get_completion_class(shell)
    assert kind is not None
    completion = kind(top, {}, "tongzhi", _VARIABLE)
    # click's own `source` starts bash to ask for its version, which another shell's user may not have
    return completion.source_template % completion.source_vars()
