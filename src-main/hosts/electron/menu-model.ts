/** The entries of tray and menu, each with its action, as plain data. */
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
  | {
      kind: 'action'
      label: string
      action: MenuAction
      checked?: boolean
      type?: 'radio' | 'checkbox'
    }
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

/** One line for the tray's tip: how many alerts wait for a person. */
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
      : displays.map((display, index): MenuEntry => ({
          kind: 'action',
          type: 'radio',
          label: inLanguage(WORDS.wallOn(nameOf(display, index + 1)), language),
          action: { type: 'wall-on', display },
          checked: wall?.kind === 'kiosk' && wall.display.id === display.id,
        }))
  return [
    ...on,
    {
      kind: 'action',
      type: 'radio',
      label: inLanguage(WORDS.wallWindowed, language),
      action: { type: 'wall-window' },
      checked: wall?.kind === 'window',
    },
    {
      kind: 'action',
      type: 'radio',
      label: inLanguage(WORDS.wallOff, language),
      action: { type: 'wall-off' },
      checked: wall === null,
    },
  ]
}

export function menuOf(situation: MenuState): MenuEntry[] {
  const { language, version, autoStart, attention } = situation
  return [
    { kind: 'label', label: statusOf(attention, language) },
    { kind: 'line' },
    {
      kind: 'action',
      label: inLanguage(WORDS.showConsole, language),
      action: { type: 'show-console' },
    },
    { kind: 'menu', label: inLanguage(WORDS.wallMenu, language), items: wallItems(situation) },
    {
      kind: 'action',
      type: 'checkbox',
      label: inLanguage(WORDS.autoStart, language),
      action: { type: 'auto-start', on: !autoStart },
      checked: autoStart,
    },
    { kind: 'line' },
    { kind: 'label', label: inLanguage(WORDS.version(version), language) },
    { kind: 'action', label: inLanguage(WORDS.quit, language), action: { type: 'quit' } },
  ]
}

/**
 * The wall's setting after a choice in the menu. With one display only, a wall in a window leaves
 * the setting for a second display as it is.
 */
export function afterWallAction(
  setting: WallSetting,
  action: Extract<MenuAction, { type: `wall-${string}` }>,
  displays: number,
): WallSetting {
  switch (action.type) {
    case 'wall-on':
      return {
        ...setting,
        display: { id: action.display.id, label: action.display.label },
        kiosk: true,
        windowed: false,
      }
    case 'wall-window':
      return { ...setting, windowed: true, kiosk: displays < 2 && setting.kiosk }
    case 'wall-off':
      return { ...setting, windowed: false, kiosk: displays < 2 && setting.kiosk }
    default:
      return unreachable(action)
  }
}
