/** Makes the console's button in the taskbar flash for a new alert and show their number. */
import { app, nativeImage, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { Language } from '#shared/contract/bridge.ts'
import { hasNew, NOTHING, overlayOf, type Attention } from './attention.ts'
import { statusOf } from './menu-model.ts'

export type Taskbar = { show(attention: Attention, language: Language): void }

/**
 * `icons`: the folder of the overlay pictures for Windows; elsewhere the number is the system's own
 * badge.
 */
export function createTaskbar(window: BrowserWindow, icons: string, platform: string): Taskbar {
  let before = NOTHING
  let overlay: string | null = null

  function showNumber(attention: Attention, language: Language): void {
    if (platform !== 'win32') return void app.setBadgeCount(attention.real)
    const picture = overlayOf(attention)
    if (picture === overlay) return
    overlay = picture
    window.setOverlayIcon(
      picture === null ? null : nativeImage.createFromPath(join(icons, `${picture}.png`)),
      picture === null ? '' : statusOf(attention, language),
    )
  }

  return {
    show(attention, language) {
      if (window.isDestroyed()) return
      if (hasNew(before, attention) && !window.isFocused()) window.flashFrame(true)
      if (attention.open.size === 0 && before.open.size > 0) window.flashFrame(false)
      if (attention.real !== before.real || attention.drills !== before.drills)
        showNumber(attention, language)
      before = attention
    },
  }
}
