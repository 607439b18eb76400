/**
 * The keys of the console (LOOK §8.8): one table for listening and for the help. None types a
 * character, none belongs to a browser. Digits are read by their place on the keyboard, since Alt
 * and Shift change the character. It touches no DOM.
 */
export type PlainAction =
  | 'help'
  | 'intake'
  | 'record'
  | 'outcomes'
  | 'acknowledge'
  | 'silence'
  | 'note'
  | 'moves'
  | 'back'
  | 'previous'
  | 'next'
export type CountedAction = 'incident' | 'answer' | 'page'
export type KeyAction = { do: PlainAction } | { do: CountedAction; at: number }
export type KeyStroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'repeat'
>

const PLAIN: Readonly<Record<string, PlainAction>> = {
  F1: 'help',
  F2: 'intake',
  F4: 'record',
  'Shift+F4': 'outcomes',
  F8: 'acknowledge',
  'Shift+F8': 'silence',
  F9: 'note',
  F7: 'moves',
  Escape: 'back',
  'Alt+PageUp': 'previous',
  'Alt+PageDown': 'next',
}
const COUNTED: Readonly<Record<string, { action: CountedAction; most: number }>> = {
  Alt: { action: 'incident', most: 9 },
  'Alt+Shift': { action: 'answer', most: 9 },
  'Ctrl+Shift': { action: 'page', most: 7 },
}

/** The keys by which a thing is done, as they are printed. `at` is counted from 0. */
export const keyOf = {
  intake: 'F2',
  record: 'F4',
  outcomes: 'Shift F4',
  acknowledge: 'F8',
  silence: 'Shift F8',
  note: 'F9',
  moves: 'F7',
  help: 'F1',
  previous: 'Alt PgUp',
  next: 'Alt PgDn',
  incident: (at: number): string => `Alt ${at + 1}`,
  answer: (at: number): string => `Alt Shift ${at + 1}`,
  page: (at: number): string => `Ctrl Shift ${at + 1}`,
} as const

/**
 * Rows of the help, in the order in which they are needed. `says` is the name of a text under
 * `console.help`.
 */
const HELP = [
  { keys: ['F2'], says: 'intake' },
  { keys: ['Enter'], says: 'activate' },
  { keys: ['↑', '↓'], says: 'choose' },
  { keys: ['Ctrl Enter'], says: 'reportOnly' },
  { keys: ['Tab'], says: 'place' },
  { keys: ['Esc'], says: 'clear' },
  { keys: ['F4'], says: 'record' },
  { keys: ['Shift F4'], says: 'outcomes' },
  { keys: ['Alt Shift 1…9'], says: 'answer' },
  { keys: ['F9'], says: 'note' },
  { keys: ['F8'], says: 'acknowledge' },
  { keys: ['Shift F8'], says: 'silence' },
  { keys: ['F7'], says: 'moves' },
  { keys: ['Alt 1…9'], says: 'incident' },
  { keys: ['Alt PgUp', 'Alt PgDn'], says: 'period' },
  { keys: ['F1'], says: 'help' },
] as const

/** The help lists only what is there: the keys of the pages as soon as there is more than one. */
export const helpRows = (
  pages: number,
): readonly { keys: readonly string[]; says: (typeof HELP)[number]['says'] | 'page' }[] =>
  pages > 1
    ? [...HELP.slice(0, -1), { keys: [`Ctrl Shift 1…${pages}`], says: 'page' }, ...HELP.slice(-1)]
    : HELP

/**
 * What a key asks for, or null. A key that is held down asks once: nothing is ever recorded by a
 * heavy hand.
 */
export function actionOf(stroke: KeyStroke): KeyAction | null {
  if (stroke.repeat || stroke.metaKey) return null
  const held = [stroke.ctrlKey && 'Ctrl', stroke.altKey && 'Alt', stroke.shiftKey && 'Shift']
    .filter(Boolean)
    .join('+')
  const plain = PLAIN[held ? `${held}+${stroke.key}` : stroke.key]
  if (plain) return { do: plain }
  const digit = /^Digit([1-9])$/.exec(stroke.code)?.[1]
  const counted = COUNTED[held]
  if (!digit || !counted || Number(digit) > counted.most) return null
  return { do: counted.action, at: Number(digit) - 1 }
}
