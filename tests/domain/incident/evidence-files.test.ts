/** Files that show a piece of evidence: recorded with it, or attached to it later. */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import {
  MOST_FILE_BYTES,
  MOST_INCIDENT_BYTES,
  type AttachFile,
  type NamedFile,
  type StoredFile,
} from '#shared/domain/incident/record/files.ts'
import { bytesOfFiles } from '#shared/domain/incident/rules/files.ts'
import { lineOf } from '#shared/domain/timeline/timeline.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const file = (n: number, bytes = 10): StoredFile => ({
  id: String(n).padStart(64, '0'),
  bytes,
  format: 'jpg',
})
const named = (n: number, bytes?: number): NamedFile => ({
  file: file(n, bytes),
  name: { sealed: 'n' },
})
const record = (
  scenario: Scenario,
  showing: readonly NamedFile[] = [],
  stepId: string | null = null,
) =>
  scenario.send({
    ...{ type: 'RecordEvidence', what: '撬坏的锁', kind: 'object', place: '保险柜' },
    ...{ keeper: null, stepId, showing },
  })
const attach = (scenario: Scenario, part: Partial<AttachFile> = {}) =>
  scenario.send({
    ...{ type: 'AttachFile', ...named(1), stepId: null, seq: null, evidenceId: '1' },
    ...part,
  })
const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a')]))
  return scenario
}
const filesIn = (scenario: Scenario) =>
  scenario.board().files?.map(({ id, stepId, evidenceId }) => [id, stepId, evidenceId])

describe('recorded with it', () => {
  it('belong to it and its step, on the console alone', () => {
    const scenario = running()
    expect(record(scenario, [named(1), named(2)], 'a')).toBeNull()
    expect(filesIn(scenario)).toEqual([
      ['1', 'a', '1'],
      ['2', 'a', '1'],
    ])
    expect(publicIncident(scenario.board())).not.toHaveProperty('files')
  })

  it('count once, also where the step has them already', () => {
    const scenario = running()
    attach(scenario, { evidenceId: null, stepId: 'a' })
    expect(record(scenario, [named(1), named(1)], 'a')).toBeNull()
    expect(filesIn(scenario)).toEqual([
      ['1', 'a', undefined],
      ['2', 'a', '1'],
    ])
    expect(bytesOfFiles(scenario.state())).toBe(10)
  })

  it('that do not fit keep the piece out, too: all or nothing', () => {
    const scenario = running()
    for (let n = 1; n < MOST_INCIDENT_BYTES / MOST_FILE_BYTES; n++)
      attach(scenario, { ...named(n, MOST_FILE_BYTES), evidenceId: null })
    expect(record(scenario, [named(98, MOST_FILE_BYTES), named(99, 1)])).toMatchObject({
      code: 'files-full',
    })
    expect(scenario.board().evidence).toEqual([])
    expect(record(scenario, [named(98, MOST_FILE_BYTES)])).toBeNull()
  })
})

describe('attached to it later', () => {
  it('belong to its step, once, and its line says what they show', () => {
    const scenario = running()
    record(scenario, [], 'a')
    expect([attach(scenario), attach(scenario), attach(scenario, { stepId: 'a' })]).toEqual([
      null,
      null,
      null,
    ])
    expect(filesIn(scenario)).toEqual([['1', 'a', '1']])
    const [event] = scenario.all('FileAttached')
    expect(event && lineOf(event, {} as never, [])).toMatchObject({
      says: {
        zh: '证据“撬坏的锁”附上文件：⟦n⟧（校验码00000000）',
        en: 'File attached to the evidence "撬坏的锁": ⟦n⟧ (digest 00000000)',
      },
      stepId: 'a',
    })
  })

  it('to none that is not there', () => {
    expect(attach(running())).toMatchObject({ code: 'unknown-item' })
  })

  it('withdrawn, the same may be attached anew', () => {
    const scenario = running()
    record(scenario, [named(1)])
    scenario.send({ type: 'WithdrawFile', attachmentId: '1', reason: { sealed: 'r' } })
    expect(attach(scenario)).toBeNull()
    expect(scenario.board().files).toHaveLength(2)
  })
})
