/**
 * Shows the program's menu in the tray and in the console's window. On a desktop without a tray the
 * window's menu remains.
 */
import { Tray } from 'electron'
import type { Log } from '#main/core/ports.ts'
import { showAppMenu, trayMenu } from './menu.ts'
import { menuOf, statusOf, type MenuAction, type MenuState } from './menu-model.ts'
import { inLanguage, WORDS } from './desktop-words.ts'

export type TrayOptions = {
  icon: string
  perform(action: MenuAction): void
  show(): void
  platform: string
  log: Log
}
export type Menus = { refresh(situation: MenuState): void; stop(): void }

export function createMenus({ icon, perform, show, platform, log }: TrayOptions): Menus {
  let latest = ''
  const tray = openTray()

  function openTray(): Tray | null {
    try {
      const tray = new Tray(icon)
      tray.on('click', show)
      return tray
    } catch (error) {
      log.error('tray-failed', error)
      return null
    }
  }

  return {
    refresh(situation) {
      const items = menuOf(situation)
      const current = JSON.stringify(items)
      if (current === latest) return // building a menu closes the one that is open
      latest = current
      const { language, attention } = situation
      const title = inLanguage(WORDS.console, language)
      showAppMenu(title, items, perform, platform)
      tray?.setContextMenu(trayMenu(items, perform))
      tray?.setToolTip(`${title}${language === 'en' ? ': ' : '：'}${statusOf(attention, language)}`)
    },
    stop: () => tray?.destroy(),
  }
}
