/** Files of an incident: where they are attached, how many bytes, and until when. */
import { describe, expect, it } from 'vitest'
import { publicIncident } from '#shared/domain/board/public.ts'
import {
  MOST_FILE_BYTES,
  MOST_INCIDENT_BYTES,
  type AttachFile,
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
const attach = (scenario: Scenario, of: StoredFile, part: Partial<AttachFile> = {}) =>
  scenario.send({
    type: 'AttachFile',
    file: of,
    name: { sealed: 'n' },
    stepId: null,
    seq: null,
    ...part,
  })
const response = plan('p', [step('a')])
const running = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(response)
  return scenario
}

describe('attached to an incident', () => {
  it('it is on the console’s board with who and when, and no wall learns of it', () => {
    const scenario = running()
    attach(scenario, file(1), { stepId: 'a' })
    attach(scenario, file(2), { seq: 3 })
    expect(scenario.board().files).toEqual([
      {
        id: '1',
        fileId: file(1).id,
        bytes: 10,
        format: 'jpg',
        name: '话',
        stepId: 'a',
        at: scenario.now(),
        by: '周敏',
      },
      expect.objectContaining({ id: '2', stepId: null, seq: 3 }),
    ])
    expect(publicIncident(scenario.board())).not.toHaveProperty('files')
  })

  it('one without files has no such field', () => {
    expect(running().board()).not.toHaveProperty('files')
  })

  it('the same file at the same place is attached once; at another step again, and counts once', () => {
    const scenario = running()
    expect([1, 2].map(() => attach(scenario, file(1)))).toEqual([null, null])
    expect(attach(scenario, file(1), { stepId: 'a' })).toBeNull()
    expect(scenario.all('FileAttached')).toHaveLength(2)
    expect(bytesOfFiles(scenario.state())).toBe(10)
  })

  it('to no step that is not there', () => {
    expect(attach(running(), file(1), { stepId: 'nowhere' })).toMatchObject({
      code: 'unknown-step',
    })
  })

  it('up to 500 MB together and no byte more; what lies there already takes no room', () => {
    const scenario = running()
    for (let n = 1; n <= MOST_INCIDENT_BYTES / MOST_FILE_BYTES; n++)
      expect(attach(scenario, file(n, MOST_FILE_BYTES))).toBeNull()
    expect(attach(scenario, file(99, 1))).toMatchObject({ code: 'files-full' })
    expect(attach(scenario, file(1, MOST_FILE_BYTES), { stepId: 'a' })).toBeNull()
  })

  it('also after closing, and no more once it is archived', () => {
    const scenario = running()
    scenario.finish('a')
    scenario.move('closed', '已处理')
    expect(attach(scenario, file(1))).toBeNull()
    scenario.move('archived')
    expect(attach(scenario, file(2))).toMatchObject({ code: 'incident-over' })
  })

  it('its line names it and the beginning of its digest', () => {
    const scenario = running()
    attach(scenario, file(1), { stepId: 'a' })
    const [event] = scenario.all('FileAttached')
    expect(event && lineOf(event, {} as never, [])).toMatchObject({
      says: { zh: '附上文件：⟦n⟧（校验码00000000）' },
      stepId: 'a',
    })
  })
})

describe('withdrawn', () => {
  const withdraw = (scenario: Scenario, attachmentId = '1') =>
    scenario.send({ type: 'WithdrawFile', attachmentId, reason: { sealed: 'r' } })

  it('it is still there, with who and why; twice is once', () => {
    const scenario = running()
    attach(scenario, file(1))
    expect([withdraw(scenario), withdraw(scenario)]).toEqual([null, null])
    expect(scenario.all('FileWithdrawn')).toHaveLength(1)
    expect(scenario.board().files?.[0]?.withdrawn).toEqual({
      at: scenario.now(),
      by: '周敏',
      reason: '话',
    })
  })

  it('the same file may be attached anew', () => {
    const scenario = running()
    attach(scenario, file(1))
    withdraw(scenario)
    expect(attach(scenario, file(1))).toBeNull()
    expect(scenario.board().files).toHaveLength(2)
  })

  it('what is not attached is refused', () => {
    expect(withdraw(running(), '9')).toMatchObject({ code: 'unknown-file' })
  })
})
