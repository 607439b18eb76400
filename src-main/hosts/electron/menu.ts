/**
 * Builds Electron's menus from menu-model.ts: the same entries in the tray and in the console's
 * menu bar.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { unreachable } from '#shared/domain/decision.ts'
import type { MenuAction, MenuEntry } from './menu-model.ts'

function template(
  item: MenuEntry,
  perform: (action: MenuAction) => void,
): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'label':
      return { label: item.label, enabled: false }
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => template(inner, perform)) }
    case 'action':
      return {
        label: item.label,
        type: item.type ?? 'normal',
        ...(item.type && { checked: item.checked ?? false }),
        click: () => perform(item.action),
      }
    default:
      return unreachable(item)
  }
}

export const trayMenu = (
  items: readonly MenuEntry[],
  perform: (action: MenuAction) => void,
): Menu => Menu.buildFromTemplate(items.map((item) => template(item, perform)))

/** macOS needs the edit menu for copying and pasting; elsewhere the Alt key shows the menu. */
export function showAppMenu(
  title: string,
  items: readonly MenuEntry[],
  perform: (action: MenuAction) => void,
  platform: string,
): void {
  const vigilMenu: MenuItemConstructorOptions = {
    label: title,
    submenu: items.map((item) => template(item, perform)),
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, vigilMenu] : [vigilMenu],
    ),
  )
}
