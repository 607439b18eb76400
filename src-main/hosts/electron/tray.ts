/**
 * The mark beside the clock, with the program's menu. A desktop without such a place costs the tray
 * only: the same menu is in the window.
 */
import { Tray } from 'electron'
import type { Log } from '#main/core/ports.ts'
import { showAppMenu, trayMenu } from './menu.ts'
import { menuOf, statusOf, type MenuAction, type MenuState } from './menu-model.ts'
import { inLanguage, WORDS } from './desktop-words.ts'

export type TrayOptions = {
  icon: string
  act(act: MenuAction): void
  show(): void
  platform: string
  log: Log
}
export type Menus = { refresh(situation: MenuState): void; stop(): void }

export function createMenus({ icon, act, show, platform, log }: TrayOptions): Menus {
  let shown = ''
  const tray = openTray()

  function openTray(): Tray | null {
    try {
      const made = new Tray(icon)
      made.on('click', show)
      return made
    } catch (error) {
      log.error('tray-failed', error)
      return null
    }
  }

  return {
    refresh(situation) {
      const items = menuOf(situation)
      const now = JSON.stringify(items)
      if (now === shown) return // building a menu closes the one that is open
      shown = now
      const { language, attention } = situation
      const title = inLanguage(WORDS.console, language)
      showAppMenu(title, items, act, platform)
      tray?.setContextMenu(trayMenu(items, act))
      tray?.setToolTip(`${title}: ${statusOf(attention, language)}`)
    },
    stop: () => tray?.destroy(),
  }
}
