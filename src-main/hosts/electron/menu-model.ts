/**
 * What tray and menu offer, worked out from what is the case. Pure: items with an act to do, no
 * Electron.
 */
import type { Language } from '#shared/contract/bridge.ts'
import { unreachable } from '#shared/domain/decision.ts'
import type { Attention } from './attention.ts'
import type { Screen, WallPlace, WallSetting } from './display-choice.ts'
import { inLanguage, WORDS } from './desktop-words.ts'

export type MenuAction =
  | { type: 'show-console' }
  | { type: 'wall-on'; display: Screen }
  | { type: 'wall-window' }
  | { type: 'wall-off' }
  | { type: 'auto-start'; on: boolean }
  | { type: 'quit' }

export type MenuEntry =
  | { kind: 'act'; label: string; act: MenuAction; checked?: boolean; type?: 'radio' | 'checkbox' }
  | { kind: 'label'; label: string }
  | { kind: 'line' }
  | { kind: 'menu'; label: string; items: readonly MenuEntry[] }

export type MenuState = {
  language: Language
  version: string
  displays: readonly Screen[]
  wall: WallPlace
  autoStart: boolean
  attention: Attention
}

/** One line for the tray's tip: what waits for a person. */
export function statusOf({ real, drills }: Attention, language: Language): string {
  if (real > 0) return inLanguage(WORDS.waiting(real, drills), language)
  return inLanguage(drills > 0 ? WORDS.onlyDrills(drills) : WORDS.calm, language)
}

function wallItems({ language, displays, wall }: MenuState): MenuEntry[] {
  const nameOf = ({ label, bounds }: Screen, n: number): string =>
    `${label || inLanguage(WORDS.display(n), language)} ${bounds.width}×${bounds.height}`
  const on =
    displays.length < 2
      ? []
      : displays.map((display, at): MenuEntry => ({
          kind: 'act',
          type: 'radio',
          label: inLanguage(WORDS.wallOn(nameOf(display, at + 1)), language),
          act: { type: 'wall-on', display },
          checked: wall?.kind === 'kiosk' && wall.display.id === display.id,
        }))
  return [
    ...on,
    {
      kind: 'act',
      type: 'radio',
      label: inLanguage(WORDS.wallWindowed, language),
      act: { type: 'wall-window' },
      checked: wall?.kind === 'window',
    },
    {
      kind: 'act',
      type: 'radio',
      label: inLanguage(WORDS.wallOff, language),
      act: { type: 'wall-off' },
      checked: wall === null,
    },
  ]
}

export function menuOf(situation: MenuState): MenuEntry[] {
  const { language, version, autoStart, attention } = situation
  return [
    { kind: 'label', label: statusOf(attention, language) },
    { kind: 'line' },
    { kind: 'act', label: inLanguage(WORDS.showConsole, language), act: { type: 'show-console' } },
    { kind: 'menu', label: inLanguage(WORDS.wallMenu, language), items: wallItems(situation) },
    {
      kind: 'act',
      type: 'checkbox',
      label: inLanguage(WORDS.autoStart, language),
      act: { type: 'auto-start', on: !autoStart },
      checked: autoStart,
    },
    { kind: 'line' },
    { kind: 'label', label: inLanguage(WORDS.version(version), language) },
    { kind: 'act', label: inLanguage(WORDS.quit, language), act: { type: 'quit' } },
  ]
}

/**
 * What a choice in the menu makes of the wall's setting. A window for want of a second display
 * gives way when one comes.
 */
export function afterWallAction(
  setting: WallSetting,
  act: Extract<MenuAction, { type: `wall-${string}` }>,
  displays: number,
): WallSetting {
  switch (act.type) {
    case 'wall-on':
      return {
        ...setting,
        display: { id: act.display.id, label: act.display.label },
        kiosk: true,
        windowed: false,
      }
    case 'wall-window':
      return { ...setting, windowed: true, kiosk: displays < 2 && setting.kiosk }
    case 'wall-off':
      return { ...setting, windowed: false, kiosk: displays < 2 && setting.kiosk }
    default:
      return unreachable(act)
  }
}
