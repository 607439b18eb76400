/**
 * What an emergency record leaves beside the record that it stood in for: its numbers are given by
 * no other, adopted or not, and adopting it brings along which values were purged before.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newFolder, runProgram, served, tamper, type Served } from './cli.ts'
import { ask, json, report } from './sending.ts'

/** The record is refused at the next start. */
function damage(dir: string): void {
  const journal = join(dir, 'journal.db')
  tamper(journal, "UPDATE event SET body = replace(body, '一号门', '二号门')")
  tamper(journal, 'DELETE FROM anchor')
}
const copied = (dir: string): string => {
  const whole = join(newFolder(), 'whole')
  cpSync(dir, whole, { recursive: true })
  return whole
}
const numberOf = async (station: Served, place: string): Promise<string | undefined> => {
  const { incidents } = (await station.board()) as unknown as {
    incidents: { place: string; number?: string }[]
  }
  return incidents.find((incident) => incident.place === place)?.number
}
const openAction = async (station: Served): Promise<unknown> =>
  (
    await ask(station, 'action/open', {
      ...{
        what: '补装灯',
        owner: { person: '李工' },
        due: '2099-12-20',
        source: { words: '夜查' },
      },
    })
  )['number']
/** Every file below a folder in which the words stand. */
const tells = (folder: string, words: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(words))

it('two that nobody has adopted yet give no number twice', async () => {
  const dir = newFolder()
  const station = await served(dir)
  await report(station, '一号门')
  await station.signal('SIGTERM')
  const whole = copied(dir)
  damage(dir)
  const first = await served(dir)
  await report(first, '东厅')
  const year = (await numberOf(first, '东厅'))?.slice(0, 5)
  expect([await numberOf(first, '东厅'), await openAction(first)]).toEqual([
    `${year}-001`,
    `急整${year?.slice(1)}-001`,
  ])
  await first.signal('SIGTERM')
  // the record comes back from a backup, and is damaged once more before anybody adopts
  for (const name of readdirSync(dir).filter((name) => name.startsWith('journal.db')))
    rmSync(join(dir, name))
  cpSync(join(whole, 'journal.db'), join(dir, 'journal.db'))
  rmSync(join(dir, 'head.json'), { force: true })
  const back = await served(dir)
  expect(back).not.toMatchObject({ emergency: true })
  await report(back, '一号门外')
  await back.signal('SIGTERM')
  damage(dir)
  const second = await served(dir)
  expect(second).toMatchObject({ emergency: true })
  await report(second, '西厅')
  expect([await numberOf(second, '西厅'), await openAction(second)]).toEqual([
    `${year}-002`,
    `急整${year?.slice(1)}-002`,
  ])
  await second.signal('SIGTERM')
})

it('a record from before a purge does it, too, when the emergency record is adopted into it', async () => {
  const name = '金雀儿'
  const dir = newFolder()
  const station = await served(dir)
  await report(station, '一号门')
  const { incidentId } = await ask(station, 'incident/report', {
    ...{ narrative: `${name}说大厅有烟`, reporter: name, place: '大厅' },
  })
  await ask(station, 'incident/move', { incidentId, to: 'false-report', reason: '是水汽' })
  await station.signal('SIGTERM')
  const whole = copied(dir)
  const again = await served(dir)
  const { found } = (await ask(again, 'retention/find', { name })) as unknown as {
    found: { sealed: string }[]
  }
  const seals = found.map(({ sealed }) => sealed)
  expect(seals).toHaveLength(2)
  await ask(again, 'retention/purge', { seals, reason: '本人要求' })
  await expect.poll(() => tells(dir, name), { timeout: 20_000 }).toEqual([])
  await again.signal('SIGTERM')
  damage(dir)
  const standIn = await served(dir)
  await report(standIn, '东厅')
  await standIn.signal('SIGTERM')
  const [folder = ''] = readdirSync(dir).filter((entry) => entry.startsWith('emergency-'))
  expect(tells(whole, name)).not.toEqual([])
  const adopted = await runProgram(['adopt', '--data', whole, '--from', join(dir, folder)])
  expect([adopted.code, json(adopted)]).toMatchObject([0, { ok: true, incidents: 1 }])
  const home = await served(whole)
  await expect.poll(() => tells(whole, name), { timeout: 20_000 }).toEqual([])
  expect(await ask(home, 'retention/find', { name })).toMatchObject({ found: [] })
  await home.signal('SIGTERM')
  expect(json(await runProgram(['verify', '--data', whole]))).toMatchObject({
    ...{ ok: true, purged: { values: 2 } },
  })
})
