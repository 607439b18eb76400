/**
 * The console's button in the taskbar: it flashes for a new alert and bears the number of those
 * that nobody has acknowledged.
 */
import { app, nativeImage, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { Language } from '#shared/contract/bridge.ts'
import { hasNew, NOTHING, overlayOf, type Attention } from './attention.ts'
import { statusOf } from './menu-model.ts'

export type Taskbar = { show(attention: Attention, language: Language): void }

/**
 * `icons`: the folder of the overlay pictures, which only Windows shows; elsewhere the number is
 * the system's own badge.
 */
export function createTaskbar(window: BrowserWindow, icons: string, platform: string): Taskbar {
  let before = NOTHING
  let overlay: string | null = null

  function number(attention: Attention, language: Language): void {
    if (platform !== 'win32') return void app.setBadgeCount(attention.real)
    const wanted = overlayOf(attention)
    if (wanted === overlay) return
    overlay = wanted
    window.setOverlayIcon(
      wanted === null ? null : nativeImage.createFromPath(join(icons, `${wanted}.png`)),
      wanted === null ? '' : statusOf(attention, language),
    )
  }

  return {
    show(attention, language) {
      if (window.isDestroyed()) return
      if (hasNew(before, attention) && !window.isFocused()) window.flashFrame(true)
      if (attention.open.size === 0 && before.open.size > 0) window.flashFrame(false)
      if (attention.real !== before.real || attention.drills !== before.drills)
        number(attention, language)
      before = attention
    },
  }
}
