/**
 * The actions that have a key, each once: the listener, the hints on buttons and the help read this
 * table. No key types a character where something can be typed, none belongs to a browser.
 */
import type { consoleZh } from '../../i18n/console.zh.ts'

type Action = {
  /**
   * In the notation of aria-keyshortcuts. `1…9` is any digit up to the second one, by its place on
   * the keyboard, since Alt and Shift change the character.
   */
  keys: readonly string[]
  /** The row of the help, by the name of its text; actions of one row share it. */
  help: keyof typeof consoleZh.help
  /** Heard there alone, and not by `useActions`. */
  within?: 'intake' | 'dialog' | 'choice' | 'editor' | 'replay' | 'sheet' | 'paper'
  /** Heard while a dialog is open: what quiets an alarm. */
  always?: true
}

/** In the order in which the help lists them. */
const ACTIONS = {
  intake: { keys: ['F2'], help: 'intake' },
  activate: { keys: ['Enter'], help: 'activate', within: 'intake' },
  choosePrevious: { keys: ['ArrowUp'], help: 'choose', within: 'intake' },
  chooseNext: { keys: ['ArrowDown'], help: 'choose', within: 'intake' },
  reportOnly: { keys: ['Control+Enter'], help: 'reportOnly', within: 'intake' },
  place: { keys: ['Tab'], help: 'place', within: 'intake' },
  clear: { keys: ['Escape'], help: 'clear', within: 'intake' },
  restore: { keys: ['Control+z'], help: 'restore', within: 'intake' },
  back: { keys: ['Escape'], help: 'clear' },
  save: { keys: ['Control+Enter'], help: 'save', within: 'dialog' },
  shut: { keys: ['Escape'], help: 'shut', within: 'dialog' },
  claim: { keys: ['Control+F1'], help: 'claim' },
  verify: { keys: ['Control+Shift+F1'], help: 'verify' },
  news: { keys: ['Control+Shift+F2'], help: 'news' },
  amend: { keys: ['Shift+F2'], help: 'amend' },
  record: { keys: ['F4'], help: 'record' },
  outcomes: { keys: ['Shift+F4'], help: 'outcomes' },
  take: { keys: ['Shift+F7'], help: 'take' },
  call: { keys: ['Shift+F1'], help: 'call' },
  callNoAnswer: { keys: ['Alt+Shift+F1'], help: 'callNoAnswer' },
  callBusy: { keys: ['Alt+Shift+F2'], help: 'callBusy' },
  answer: { keys: ['Alt+Shift+1…9'], help: 'answer' },
  note: { keys: ['F9'], help: 'note' },
  takeOver: { keys: ['Shift+F9'], help: 'takeOver' },
  acknowledge: { keys: ['F8'], help: 'acknowledge', always: true },
  silence: { keys: ['Shift+F8'], help: 'silence', always: true },
  undo: { keys: ['Control+F8'], help: 'undo' },
  moves: { keys: ['F7'], help: 'moves' },
  incident: { keys: ['Alt+1…9'], help: 'incident' },
  accept: { keys: ['Enter'], help: 'accept', within: 'choice' },
  digit: { keys: ['1…9'], help: 'digit', within: 'choice' },
  walk: { keys: ['ArrowUp', 'ArrowDown'], help: 'walk', within: 'choice' },
  previous: { keys: ['Alt+PageUp'], help: 'period' },
  next: { keys: ['Alt+PageDown'], help: 'period' },
  play: { keys: ['Space'], help: 'replay', within: 'replay' },
  entryBefore: { keys: ['ArrowLeft'], help: 'replay', within: 'replay' },
  entryAfter: { keys: ['ArrowRight'], help: 'replay', within: 'replay' },
  saveDraft: { keys: ['Control+S'], help: 'saveDraft', within: 'editor' },
  undoEdit: { keys: ['Control+Z'], help: 'undoEdit', within: 'editor' },
  redoEdit: { keys: ['Control+Shift+Z'], help: 'undoEdit', within: 'editor' },
  nextPart: { keys: ['Control+Enter'], help: 'nextPart', within: 'editor' },
  takeOffers: { keys: ['Alt+Enter'], help: 'takeOffers', within: 'editor' },
  copyPart: { keys: ['Control+D'], help: 'copyPart', within: 'editor' },
  dropPart: { keys: ['Control+Delete'], help: 'dropPart', within: 'editor' },
  partUp: { keys: ['Alt+ArrowUp'], help: 'part', within: 'editor' },
  partDown: { keys: ['Alt+ArrowDown'], help: 'part', within: 'editor' },
  gapNext: { keys: ['Alt+ArrowDown'], help: 'gap', within: 'sheet' },
  gapBefore: { keys: ['Alt+ArrowUp'], help: 'gap', within: 'sheet' },
  copyDown: { keys: ['Control+ArrowDown'], help: 'copyCell', within: 'sheet' },
  copyRight: { keys: ['Control+ArrowRight'], help: 'copyCell', within: 'sheet' },
  fillCells: { keys: ['Control+Enter'], help: 'fillCells', within: 'sheet' },
  emptyCell: { keys: ['Delete'], help: 'emptyCell', within: 'sheet' },
  undoCell: { keys: ['Control+z'], help: 'undoCell', within: 'sheet' },
  openNext: { keys: ['j'], help: 'sentences', within: 'paper' },
  openBefore: { keys: ['k'], help: 'sentences', within: 'paper' },
  shownUses: { keys: ['Enter'], help: 'sentenceUses', within: 'paper' },
  asStep: { keys: ['s'], help: 'sentenceAs', within: 'paper' },
  asStepBefore: { keys: ['b'], help: 'sentenceAs', within: 'paper' },
  asProhibition: { keys: ['n'], help: 'sentenceAs', within: 'paper' },
  asReadiness: { keys: ['r'], help: 'sentenceAs', within: 'paper' },
  asDefinition: { keys: ['d'], help: 'sentenceAs', within: 'paper' },
  sentenceAside: { keys: ['x'], help: 'sentenceAside', within: 'paper' },
  sentenceAsideWhy: { keys: ['Shift+X'], help: 'sentenceAside', within: 'paper' },
  undoSentence: { keys: ['Control+z'], help: 'undoCell', within: 'paper' },
  leaveRoom: { keys: ['Control+F7'], help: 'leaveRoom' },
  returnRoom: { keys: ['Control+Shift+F7'], help: 'returnRoom' },
  takeRoom: { keys: ['Control+Shift+F9'], help: 'takeRoom' },
  warn: { keys: ['Control+Shift+F8'], help: 'warn' },
  threeMinute: { keys: ['Alt+Shift+F9'], help: 'threeMinute' },
  powerCut: { keys: ['Control+F2'], help: 'powerCut' },
  handover: { keys: ['Control+F9'], help: 'page' },
  page: { keys: ['Control+Shift+1…8'], help: 'page' },
  help: { keys: ['F1'], help: 'help' },
} as const satisfies Record<string, Action>

export type ActionId = keyof typeof ACTIONS
export type HelpName = (typeof ACTIONS)[ActionId]['help']
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'repeat'
>

const actions = Object.entries(ACTIONS) as [ActionId, Action][]
const NUMBERED = /\d…(\d)$/
const PRINTED: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const print = (keys: string): string =>
  keys
    .split('+')
    .map((key) => PRINTED[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key))
    .join(' ')

/** The keys of an action as aria-keyshortcuts writes them; of a numbered one for `index` from 0. */
export const shortcutOf = (id: ActionId, index = 0): string =>
  ACTIONS[id].keys.join(' ').replace(NUMBERED, String(index + 1))

/** The same as it is printed on a button: `Shift F8`, `Alt 1`. */
export const hintOf = (id: ActionId, index = 0): string => print(shortcutOf(id, index))

/** All keys of a numbered action as they are printed: `Alt Shift 1…9`. */
export const rangeHintOf = (id: ActionId): string => print(ACTIONS[id].keys.join(' '))

/** How many of a numbered action have a key. */
export const keyedOf = (id: ActionId): number =>
  Number(NUMBERED.exec(ACTIONS[id].keys.join(' '))?.[1] ?? 1)

/** Whether an action is heard while a dialog is open. */
export const isAlways = (id: ActionId): boolean => (ACTIONS[id] as Action).always ?? false

export type HelpRow = { keys: readonly string[]; help: HelpName }

/** The rows of the help; those of the `pages` of the menu as soon as there are several. */
export function helpRows(pages: number): readonly HelpRow[] {
  const rows = new Map<HelpName, string[]>()
  for (const [id, { keys }] of actions) {
    if (id === 'page' && pages < 2) continue
    const { help } = ACTIONS[id]
    const printed = keys.map((key) => print(id === 'page' ? key.replace(/\d$/, `${pages}`) : key))
    rows.set(help, [...new Set([...(rows.get(help) ?? []), ...printed])])
  }
  return [...rows].map(([help, keys]) => ({ help, keys }))
}

/** `index` from 0, of a numbered action; else 0. */
export type Request = { id: ActionId; index: number }

/** The action that a key means, or null. A key that is held down counts once. */
export const actionOf = (stroke: KeyStroke): Request | null =>
  stroke.repeat || stroke.metaKey ? null : matched(stroke)

/** The action of the intake that a key means while the focus is in it; arrows may be held down. */
export const intakeActionOf = ({ key, code, ctrlKey }: KeyStroke): ActionId | null =>
  matched({ key, code, ctrlKey, altKey: false, shiftKey: false }, 'intake')?.id ?? null

/** The action of a dialog that a key means while the dialog is on top. */
export const dialogActionOf = (stroke: Omit<KeyStroke, 'metaKey' | 'repeat'>): ActionId | null =>
  matched(stroke, 'dialog')?.id ?? null

/** The action of a sheet that a key means while the focus is in it; keys may be held down. */
export const sheetActionOf = (stroke: Omit<KeyStroke, 'metaKey' | 'repeat'>): ActionId | null =>
  matched(stroke, 'sheet')?.id ?? null

/** The action of an editor that a key means while the focus is in one of its rows. */
export const editorActionOf = (stroke: Omit<KeyStroke, 'metaKey' | 'repeat'>): ActionId | null =>
  matched(stroke, 'editor')?.id ?? null

/** The action of a list of sentences that a key means, whether or not capitals are locked. */
export function paperActionOf(stroke: Omit<KeyStroke, 'metaKey' | 'repeat'>): ActionId | null {
  // an event of a browser has none of these of its own: it cannot be spread
  const { key, code, altKey, ctrlKey, shiftKey } = stroke
  const letter = shiftKey ? key.toUpperCase() : key.toLowerCase()
  const plain = { key: key.length === 1 ? letter : key, code, altKey, ctrlKey, shiftKey }
  return matched(plain, 'paper')?.id ?? null
}

/** The keys that are heard in one part alone, as aria-keyshortcuts writes them. */
export const shortcutsWithin = (within: Action['within']): string =>
  actions.flatMap(([, action]) => (action.within === within ? action.keys : [])).join(' ')

function matched(
  stroke: Omit<KeyStroke, 'metaKey' | 'repeat'>,
  within?: Action['within'],
): Request | null {
  const modifiers = [
    stroke.ctrlKey && 'Control',
    stroke.altKey && 'Alt',
    stroke.shiftKey && 'Shift',
  ].filter(Boolean)
  const plain = [...modifiers, stroke.key].join('+')
  const digit = Number(/^Digit([1-9])$/.exec(stroke.code)?.[1] ?? 0)
  for (const [id, action] of actions) {
    if (action.within !== within) continue
    for (const keys of action.keys) {
      const most = NUMBERED.exec(keys)?.[1]
      if (!most && keys === plain) return { id, index: 0 }
      const numbered = keys.replace(NUMBERED, String(digit))
      if (
        most &&
        digit > 0 &&
        digit <= Number(most) &&
        numbered === [...modifiers, digit].join('+')
      )
        return { id, index: digit - 1 }
    }
  }
  return null
}
