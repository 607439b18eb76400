/** Handlers that name the site's walls, change them, remove them, and say what the public sees. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { isDiscreetType } from '#shared/domain/plan/danger.ts'
import { decidePrivacy } from '#shared/domain/privacy/decide.ts'
import { privacyStream } from '#shared/domain/privacy/stream.ts'
import { decideWalls, type WallsCommand } from '#shared/domain/walls/decide.ts'
import { wallsStream } from '#shared/domain/walls/stream.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { CommandContext, Handler } from '../handler.ts'

function decided(
  command: WallsCommand,
  { memory, library, meta }: CommandContext,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const before = memory.documents.get('walls', 'walls')
  const decision = decideWalls(before, command, {
    places: new Set(memory.places().map(({ id }) => id)),
    categories: new Set(library.categories().map(({ code }) => code)),
  })
  return recordDecision(wallsStream, 'walls', before, decision, meta, reply)
}

function wallOf(input: Parsed<'walls/set'>, id: string): NamedWall {
  const { name, view, language, theme, categories, places, level } = input
  const { distance, width, height } = input
  return {
    ...{ id, name, view, language, theme },
    ...(categories ? { categories } : {}),
    ...(places ? { places } : {}),
    ...(level ? { level } : {}),
    ...(input.planOf ? { planOf: input.planOf } : {}),
    ...(input.public ? { public: true as const } : {}),
    ...(input.nameless ? { nameless: true as const } : {}),
    ...(input.byType ? { byType: true as const } : {}),
    ...(distance ? { distance } : {}),
    ...(width ? { width } : {}),
    ...(width && height ? { height } : {}),
    ...(input.night ? { night: input.night } : {}),
    ...(input.still ? { still: true as const } : {}),
    ...(input.voice ? { voice: true as const } : {}),
  }
}

const setWall: Handler<'walls/set'> = async (input, context) => {
  const id = input.id ?? context.vault.id(context.meta.at)
  return decided({ type: 'SetWall', wall: wallOf(input, id), isNew: !input.id }, context, { id })
}

const removeWall: Handler<'walls/remove'> = async ({ id }, context) =>
  decided({ type: 'RemoveWall', wallId: id }, context)

const setPrivacy: Handler<'walls/privacy-set'> = async (
  { types, untyped },
  { memory, library, meta },
) => {
  const before = memory.documents.get('privacy', 'privacy')
  const codes = library.types().map(({ code }) => code)
  const decision = decidePrivacy(
    before,
    { type: 'SetPrivacy', privacy: { types, ...(untyped ? { untyped } : {}) } },
    {
      types: new Set(codes),
      discreet: new Set(codes.filter((code) => isDiscreetType(code, library.types()))),
    },
  )
  return recordDecision(privacyStream, 'privacy', before, decision, meta)
}

export const namedWallCommands = {
  'walls/set': setWall,
  'walls/remove': removeWall,
  'walls/privacy-set': setPrivacy,
}
