/** The rules of files that belong to a plan, as given events, when command, then events. */
import { describe, expect, it } from 'vitest'
import type { Meta } from '#shared/domain/decision.ts'
import { MOST_ATTACHMENTS } from '#shared/domain/plan-attachment/attachment.ts'
import { decideAttachment, type AttachmentCommand } from '#shared/domain/plan-attachment/decide.ts'
import { attachmentsAt, drawAttachments } from '#shared/domain/plan-attachment/draw.ts'
import { attachmentStream, type AttachmentEvent } from '#shared/domain/plan-attachment/stream.ts'

const KEY = 'plan.lift'
const seal = (sealed: string) => ({ sealed })
const attach = (id: string, bytes = id): AttachmentCommand => ({
  type: 'AttachToPlan',
  attachmentId: id,
  file: { id: bytes, bytes: 1_000, format: 'pdf' },
  name: seal(`name of ${id}`),
})
const withdraw = (attachmentId: string): AttachmentCommand => ({
  type: 'WithdrawAttachment',
  attachmentId,
  reason: seal('why'),
})
const restore = (attachmentId: string): AttachmentCommand => ({
  type: 'RestoreAttachment',
  attachmentId,
})

/** What these commands come to, the first at instant 1, each one later. */
function after(...commands: readonly AttachmentCommand[]) {
  let state = attachmentStream.initial(KEY)
  commands.forEach((command, index) => {
    const decision = decideAttachment(state.attachments, command)
    if (!decision.ok) throw new Error(decision.code)
    const meta: Meta = { at: index + 1, by: '周敏' }
    for (const event of decision.events)
      state = attachmentStream.evolve(state, { ...event, ...meta })
  })
  return state.attachments
}
const decided = (earlier: readonly AttachmentCommand[], command: AttachmentCommand) => {
  const decision = decideAttachment(after(...earlier), command)
  return decision.ok ? decision.events.map(({ type }: AttachmentEvent) => type) : decision.code
}

describe('when a file is attached', () => {
  it('it belongs to the plan, and the same bytes stand once', () => {
    expect(decided([], attach('a'))).toEqual(['FileAttached'])
    expect(decided([attach('a')], attach('b', 'a'))).toEqual([])
  })

  it('no more than it can have: what was withdrawn makes room', () => {
    const many = Array.from({ length: MOST_ATTACHMENTS }, (_, index) => attach(`f${index}`))
    expect(decided(many, attach('more'))).toBe('files-full')
    expect(decided([...many, withdraw('f0')], attach('more'))).toEqual(['FileAttached'])
    expect(decided([...many, withdraw('f0'), attach('more')], restore('f0'))).toBe('files-full')
  })
})

describe('when it is withdrawn', () => {
  it('it stays in the record, and comes back', () => {
    expect(decided([attach('a')], withdraw('a'))).toEqual(['AttachmentWithdrawn'])
    expect(decided([attach('a'), withdraw('a')], withdraw('a'))).toEqual([])
    expect(decided([attach('a'), withdraw('a')], restore('a'))).toEqual(['AttachmentRestored'])
    expect(decided([attach('a')], restore('a'))).toEqual([])
    expect(decided([], withdraw('a'))).toBe('unknown-file')
    expect(drawAttachments(after(attach('a'), withdraw('a')))).toMatchObject([
      { id: 'a', withdrawn: { at: 2, by: '周敏' } },
    ])
  })

  it('the same bytes can be attached anew', () => {
    expect(decided([attach('a'), withdraw('a')], attach('b', 'a'))).toEqual(['FileAttached'])
  })
})

it('is called otherwise', () => {
  const named = after(attach('a'), {
    type: 'RenameAttachment',
    attachmentId: 'a',
    name: seal('other'),
  })
  expect(named?.files[0]?.name).toEqual(seal('other'))
})

it('says which stood at any time: what a revision was approved with', () => {
  const all = after(attach('a'), attach('b'), withdraw('a'), restore('a'), withdraw('b'))
  const stood = [0, 1, 2, 3, 4, 5, 9].map((at) =>
    attachmentsAt(all, at)
      .map(({ id }) => id)
      .join(),
  )
  expect(stood).toEqual(['', 'a', 'a,b', 'b', 'a,b', 'a', 'a'])
})

it('what an emergency record carried is there once, however often it is taken in', () => {
  const files = after(attach('a'), attach('b'), withdraw('b'))!.files
  const carried = { type: 'AttachmentsCarried', files, at: 9, by: 'Vigil' } as const
  const first = attachmentStream.evolve(attachmentStream.initial(KEY), carried)
  const twice = attachmentStream.evolve(first, carried)
  expect(twice.attachments?.files).toEqual(files)
  expect(attachmentStream.documents.attachments.hasForm(twice.attachments, KEY)).toBe(true)
})
