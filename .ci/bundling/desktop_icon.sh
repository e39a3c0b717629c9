#!/bin/sh
# 放到桌面.sh puts a starter on the desktop and into the menu of whoever runs it; 从桌面去掉.sh takes it away. Nothing else is touched.
here=$(dirname "$(readlink -f "$0")")
name=政府信息公开年报
id=cn.zfxxgk.nianbao
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications/$id.desktop
desktop=$(xdg-user-dir DESKTOP 2>/dev/null)
[ -d "$desktop" ] && [ "$desktop" != "$HOME" ] || desktop=$HOME/桌面
[ -d "$desktop" ] || desktop=$HOME/Desktop
icon=$desktop/$id.desktop

say() {
    echo "$1"
    notify-send "$name" "$1" 2>/dev/null || true # where there is no such command
}

case $0 in
*去掉*)
    rm -f "$menu" "$icon"
    say "图标已从桌面和菜单里去掉。草稿和设置都还在。"
    exit ;;
esac

# A line of a .desktop file: a backslash, a quotation mark, a dollar sign or a backtick in the path needs a backslash, a percent sign another.
quoted() { printf '%s' "$1" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g'; }

mkdir -p "$(dirname "$menu")" "$desktop" && cat >"$menu" <<END || { say "写不了“$menu”，图标没有放成。"; exit 1; }
[Desktop Entry]
Type=Application
Name=$name
Comment=填表、核对、存草稿，导出 Word
Exec="$(quoted "$here/$name")" %f
Icon=$here/app/icon.png
Terminal=false
Categories=Office;
MimeType=application/toml;
StartupWMClass=nianbao
END
cp "$menu" "$icon" && chmod 755 "$menu" "$icon"
gio set "$icon" metadata::trusted true 2>/dev/null || true # some desktops start only what is marked so
say "图标已放到桌面和菜单里。程序文件夹请不要再移动；移动了就再运行一次。"
