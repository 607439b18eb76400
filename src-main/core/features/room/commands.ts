/** Handlers of the room: its people leave it, go on from another place, and come back. */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideRoom, type RoomCommand } from '#shared/domain/room/decide.ts'
import { roomStream } from '#shared/domain/room/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import { sealer, type CommandContext, type Handler, type Sealing } from '../handler.ts'

function decided(
  command: (sealing: Sealing) => RoomCommand,
  { memory, meta, vault }: CommandContext,
): Changes | Refusal {
  const { seals, ...sealing } = sealer(vault, roomStream.nameOf(''))
  const before = memory.documents.get('room', 'room')
  const decision = decideRoom(before, command(sealing))
  const changes = recordDecision(roomStream, 'room', before, decision, meta)
  return changes.ok ? { ...changes, seals } : changes
}

const leave: Handler<'room/leave'> = async ({ contact }, context) =>
  decided(({ sealOrNull }) => ({ type: 'LeaveRoom', contact: sealOrNull(contact) }), context)

const takeOver: Handler<'room/take-over'> = async ({ place, contact }, context) =>
  decided(
    ({ seal, sealOrNull }) => ({
      type: 'TakeOverRoom',
      place: seal(place),
      contact: sealOrNull(contact),
    }),
    context,
  )

const comeBack: Handler<'room/return'> = async (_input, context) =>
  decided(() => ({ type: 'ReturnToRoom' }), context)

export const roomCommands = {
  'room/leave': leave,
  'room/take-over': takeOver,
  'room/return': comeBack,
}
