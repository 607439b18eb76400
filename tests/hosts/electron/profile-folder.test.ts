/** The browser's profile is never one that somebody else has laid out. */
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { makeProfileFolder } from '#main/hosts/electron/profile-folder.ts'

const folders: string[] = []
const known = (folder: string): string => {
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const data = (): string => known(mkdtempSync(join(tmpdir(), 'vigil-profile-')))

it('lies in the data folder', () => {
  const dir = data()
  expect(makeProfileFolder(dir, true)).toBe(join(dir, 'browser'))
})

it('lies elsewhere where nothing can be written there: the same at each start, for this account alone', () => {
  const dir = data()
  const profile = known(makeProfileFolder(dir, false))
  expect(makeProfileFolder(dir, false)).toBe(profile)
  expect(makeProfileFolder(data(), false)).not.toBe(profile)
  expect(profile.startsWith(dir)).toBe(false)
  expect(statSync(profile).mode & 0o077).toBe(0)
})

it.runIf(process.platform !== 'win32')('one that others may write in is left alone', () => {
  const dir = data()
  const laidOut = known(makeProfileFolder(dir, false))
  chmodSync(laidOut, 0o777)
  expect(known(makeProfileFolder(dir, false))).not.toBe(laidOut)
})
