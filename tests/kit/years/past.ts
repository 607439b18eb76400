/**
 * Brings in incidents of the past from a table, each by an import of its own: one that counts, a
 * drill, a false report, and one that is withdrawn.
 */
import { setImmediate as turn } from 'node:timers/promises'
import { DISPATCHERS } from '#main/hosts/node/demo/people.ts'
import { command } from '#main/hosts/node/demo/work.ts'
import type { ImportRow } from '#shared/contract/import.ts'
import type { Stage } from './play.ts'
import { without, type Scene } from './scenes.ts'

const [MINUTE, DAY] = [60_000, 86_400_000]

/** Their ids. */
export async function bringIn(stage: Stage): Promise<ReadonlyMap<string, Scene>> {
  const { clock, random } = stage
  const scenes = new Map<string, Scene>()
  const by = DISPATCHERS[0]

  async function row(nth: number, weight: number, part: Partial<ImportRow> = {}): Promise<string> {
    const occurredAt = clock.wall() - 90 * DAY
    const key = { occurredAt, place: '待定', nth }
    const importId = random.uuid(clock.wall())
    await command(stage, by, 'import/rows', {
      importId,
      fileName: '往年台账.xlsx',
      rows: [
        {
          ...key,
          row: nth + 1,
          receivedAt: occurredAt + 5 * MINUTE,
          type: 'system-failure.hotline',
          level: 3,
          severity: 'ordinary',
          channel: '台账',
          narrative: '热线中断',
          casualties: { minor: 1 },
          loss: 100,
          moments: { contained: occurredAt + 30 * MINUTE, closed: occurredAt + 90 * MINUTE },
          ...part,
        },
      ],
    })
    const { known } = await command(stage, by, 'import/known', { rows: [key] })
    scenes.set(known[0]?.incidentId ?? '', { ...without(null, '往年台账'), weight })
    return importId
  }

  await row(1, 16)
  await row(2, 2, { drill: true })
  await row(3, 3, { falseReport: true })
  const importId = await row(4, 6)
  await command(stage, by, 'import/withdraw', { importId, reason: '选错了文件' })
  for (let left = 1; left > 0; await turn())
    left =
      (await command(stage, by, 'import/list', {})).imports.find(
        (entry) => entry.importId === importId,
      )?.withdrawn?.left ?? 0
  return scenes
}
