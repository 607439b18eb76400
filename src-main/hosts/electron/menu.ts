/**
 * Builds Electron's menus from menu-model.ts: the same items in the tray and in the console's menu
 * bar. It decides nothing.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { unreachable } from '#shared/domain/decision.ts'
import type { MenuAction, MenuEntry } from './menu-model.ts'

function template(item: MenuEntry, act: (act: MenuAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' }
    case 'label':
      return { label: item.label, enabled: false }
    case 'menu':
      return { label: item.label, submenu: item.items.map((inner) => template(inner, act)) }
    case 'act':
      return {
        label: item.label,
        type: item.type ?? 'normal',
        ...(item.type && { checked: item.checked ?? false }),
        click: () => act(item.act),
      }
    default:
      return unreachable(item)
  }
}

export const trayMenu = (items: readonly MenuEntry[], act: (act: MenuAction) => void): Menu =>
  Menu.buildFromTemplate(items.map((item) => template(item, act)))

/**
 * macOS needs a menu for copying and pasting at all; elsewhere there is one, shown by the Alt key.
 */
export function showAppMenu(
  title: string,
  items: readonly MenuEntry[],
  act: (act: MenuAction) => void,
  platform: string,
): void {
  const own: MenuItemConstructorOptions = {
    label: title,
    submenu: items.map((item) => template(item, act)),
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, own] : [own],
    ),
  )
}
