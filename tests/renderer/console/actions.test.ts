/** Tests the table of keys: what each does, and the help that lists it. */
import { describe, expect, it } from 'vitest'
import {
  actionOf,
  helpRows,
  shortcutsWithin,
  type KeyStroke,
} from '#renderer/console/base/actions.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'

const stroke = (key: string, modifiers: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: key,
  altKey: false,
  ctrlKey: false,
  shiftKey: false,
  metaKey: false,
  repeat: false,
  ...modifiers,
})

describe('the keys of the console', () => {
  it.each([
    ['F1', {}, 'help'],
    ['F1', { ctrlKey: true }, 'claim'],
    ['F1', { ctrlKey: true, shiftKey: true }, 'verify'],
    ['F2', { ctrlKey: true, shiftKey: true }, 'news'],
    ['F7', { ctrlKey: true, shiftKey: true }, 'returnRoom'],
    ['F9', { ctrlKey: true, shiftKey: true }, 'takeRoom'],
    ['F2', { ctrlKey: true }, 'powerCut'],
    ['F2', {}, 'intake'],
    ['F4', {}, 'record'],
    ['F4', { shiftKey: true }, 'outcomes'],
    ['F8', {}, 'acknowledge'],
    ['F8', { shiftKey: true }, 'silence'],
    ['F9', {}, 'note'],
    ['Escape', {}, 'back'],
  ] as const)('%s with %o: %s', (key, modifiers, action) => {
    expect(actionOf(stroke(key, modifiers))).toEqual({ id: action, index: 0 })
  })

  it.each([
    ['Digit1', { altKey: true }, { id: 'incident', index: 0 }],
    ['Digit9', { altKey: true }, { id: 'incident', index: 8 }],
    ['Digit2', { altKey: true, shiftKey: true }, { id: 'answer', index: 1 }],
    ['Digit7', { ctrlKey: true, shiftKey: true }, { id: 'page', index: 6 }],
  ] as const)(
    '%s with %o, whatever character Alt and Shift make of it',
    (code, modifiers, action) => {
      expect(actionOf(stroke('¡', { code, ...modifiers }))).toEqual(action)
    },
  )

  it('leaves to the browser and to typing what is theirs', () => {
    expect(actionOf(stroke('F4', { altKey: true }))).toBeNull() // closes the window
    expect(actionOf(stroke('F4', { ctrlKey: true }))).toBeNull()
    expect(actionOf(stroke('1', { code: 'Digit1' }))).toBeNull()
    // AltGr types characters
    expect(actionOf(stroke('@', { code: 'Digit2', altKey: true, ctrlKey: true }))).toBeNull()
    // Alt and the pad type characters
    expect(actionOf(stroke('1', { code: 'Numpad1', altKey: true }))).toBeNull()
    expect(actionOf(stroke('9', { code: 'Digit9', ctrlKey: true, shiftKey: true }))).toBeNull()
    expect(actionOf(stroke('F2', { metaKey: true }))).toBeNull()
  })

  it('mean one thing each', () => {
    const everywhere = shortcutsWithin(undefined).split(' ')
    expect(everywhere).toEqual([...new Set(everywhere)])
  })

  it('asks once for a key that is held down: nothing is recorded by a heavy hand', () => {
    expect(actionOf(stroke('F4', { repeat: true }))).toBeNull()
  })

  it('are listed only as far as they do something: pages as soon as there are several', () => {
    const keys = (pages: number) => helpRows(pages).flatMap((row) => row.keys)
    expect(keys(1).filter((key) => key.startsWith('Ctrl Shift 1'))).toEqual([])
    expect(keys(3)).toContain('Ctrl Shift 1…3')
    expect(keys(3).at(-1)).toBe('F1')
  })

  it('explains every key of the help in words', () => {
    for (const { help } of helpRows(7)) expect(consoleZh.help[help]).not.toBe('')
  })
})
