/**
 * Electron is ready only after the entry has been evaluated: an await at its top, or at the top of
 * anything it loads, waits for ever, and nothing but Electron would show it. What must be settled
 * before is asked for before.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUILT_ENTRY, ENTRY, load, type Program } from './kit/program.ts'
import { until } from '../kit/until.ts'

const planted = (name: string): string => join(import.meta.dirname, 'planted', name)

describe.each([
  ['from its source', ENTRY],
  ['as built', BUILT_ENTRY],
])('the entry %s', (_how, entry) => {
  it('is evaluated while whenReady is pending, opens nothing before, and a locked console after', async () => {
    const program: Program = await load({ browser: null, entry })
    const { double, app } = program.electron
    expect(double.windows).toEqual([])
    expect(double.calls('whenReady')).toHaveLength(1)
    app.becomeReady()
    await until(() => expect(program.has('console')).toBe(true))
    expect(program.window('console').webContents.getURL()).toBe('app://console/')
    await until(() =>
      expect(program.logged('phase').at(-1)).toMatchObject({ name: 'notifications' }),
    )
    await program.end()
  })
})

it('settles before ready what must be settled then: sandbox, scheme, switches, folder, lock', async () => {
  const program = await load({ browser: null })
  const { double, protocol, app } = program.electron
  for (const what of [
    'enableSandbox',
    'appendSwitch',
    'setPath',
    'requestSingleInstanceLock',
    'setAppUserModelId',
  ])
    expect(double.early(what), what).toBe(true)
  expect(double.calls('appendSwitch')).toEqual([['autoplay-policy', 'no-user-gesture-required']])
  expect(protocol.schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
  expect(app.getPath('userData')).toBe(join(program.dir, 'browser'))
  expect(double.calls('disableHardwareAcceleration')).toEqual([])
  app.becomeReady()
  await until(() => expect(program.logged('phase').at(-1)).toMatchObject({ name: 'notifications' }))
  await program.end()
})

it('planted: an entry that awaits whenReady at its top is caught', async () => {
  await expect(load({ browser: null, entry: planted('awaiting-entry.ts') }, 1_000)).rejects.toThrow(
    'never be ready',
  )
})
