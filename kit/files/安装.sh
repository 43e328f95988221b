#!/bin/sh
# 离线安装到当前用户：sh 安装.sh [安装到哪个文件夹]。不要管理员权限，不联网。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/.local/share/tongzhi-app"}

case $(uname -m) in
  x86_64 | amd64) arch=x64 ;;
  aarch64 | arm64) arch=arm64 ;;
  *) echo "没有这种处理器（$(uname -m)）的安装包，只有 x64 和 arm64。" >&2; exit 2 ;;
esac
if [ ! -d "$here/轮子-$arch" ]; then
  echo "这个离线包里没有 轮子-$arch；请让做包的人加上 $arch 再做一次。" >&2
  exit 2
fi

python=
if [ -x "$here/python-$arch/bin/python3" ]; then
  mkdir -p "$target"
  rm -rf "$target/python"
  cp -R "$here/python-$arch" "$target/python"
  python=$target/python/bin/python3
else
  for name in ${TONGZHI_PYTHON:-} python3.13 python3.12 python3.11 python3; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      python=$(command -v "$name")
      break
    fi
  done
fi
if [ -z "$python" ]; then
  echo "没有找到 Python 3.11 至 3.13。装好后重来；或让做包的人把 Python 一起放进来（说明见 请先读我.txt）。" >&2
  exit 2
fi

pip=$(echo "$here"/轮子-"$arch"/pip-*.whl)
mkdir -p "$target"
rm -rf "$target/lib"
"$python" "$pip/pip" install --isolated --quiet --no-index --no-warn-script-location --disable-pip-version-check \
  --find-links "$here/轮子-$arch" --target "$target/lib" tongzhi

cat >"$target/tongzhi" <<END
#!/bin/sh
PYTHONPATH="$target/lib" exec "$python" -m tongzhi "\$@"
END
chmod +x "$target/tongzhi"

applications=${XDG_DATA_HOME:-"$HOME/.local/share"}/applications
mkdir -p "$applications"
cat >"$applications/tongzhi.desktop" <<END
[Desktop Entry]
Type=Application
Name=通知（安全生产公文）
Exec="$target/tongzhi" serve --open
Terminal=true
Categories=Office;
END

echo "装好了：$target/tongzhi"
echo "试一下：\"$target/tongzhi\" demo"
echo "打开网页：\"$target/tongzhi\" serve --open（菜单里也有“通知（安全生产公文）”）"
echo "卸载：删去文件夹 $target 和 $applications/tongzhi.desktop"
