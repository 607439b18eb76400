/**
 * Takes a request from the border to its handler: who may send it, whether its input is right, and
 * the way of its kind. What a request needs is said where the contract defines it.
 */
import { audienceOf, type Audience } from '#shared/contract/push.ts'
import { contract, type Answered, type Name, type Parsed } from '#shared/contract/contract.ts'
import type { CommandDefinition, RequestDefinition } from '#shared/contract/request.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { canonical } from '#shared/domain/canonical.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Disclosure } from '#shared/domain/privacy/disclosure.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Call, Caller, Station } from '../api.ts'
import type { Batch, Submission } from '../engine/batch.ts'
import type { Changes } from '../engine/changes.ts'
import type { CommandQueue } from '../engine/command-queue.ts'
import type { ConsoleLocks } from '../features/admin-code/console-locks.ts'
import { codeNeeded } from '../features/admin-code/refusals.ts'
import { commands } from '../features/commands.ts'
import {
  isRefusal,
  type AnyHandler,
  type CommandName,
  type QueryContext,
  type QueryHandler,
  type QueryName,
  type SignalHandler,
  type SignalName,
  type StationContext,
} from '../features/handler.ts'
import { queries } from '../features/queries.ts'
import { signals } from '../features/signals.ts'
import type { Clock, Log } from '../ports.ts'
import * as no from '../refusals.ts'
import { commandId, isName, validate } from './validate.ts'

type Parts = {
  context: StationContext
  queryContext: Omit<QueryContext, 'board' | 'session' | 'mayKnow' | 'mayReplay' | 'isPublic'>
  /** How much of it public walls may show. */
  disclosure: (incident: Incident) => Disclosure
  commandQueue: CommandQueue
  /** Why no command may be taken by this machine; null: it writes the record. */
  fenced: () => Refusal | null | Promise<Refusal | null>
  board: (audience: Audience) => Promise<Board>
  clock: Clock
  log: Log
}

type CheckedCommand = {
  id: string
  name: CommandName
  input: Parsed<CommandName>
  /** As it was sent: the same id stands for the same content. */
  sent: unknown
  caller: Caller
}

const maySend = ({ role }: Caller, { who }: RequestDefinition): boolean =>
  who.includes(role) || (role === 'administrator' && who.includes('dispatcher'))

/** The caller as the administrator's code makes it: a console that is unlocked by it is one. */
const unlockedBy = (locks: ConsoleLocks | null, caller: Caller): Caller =>
  caller.role === 'dispatcher' && locks && locks.until(caller.session ?? null) !== null
    ? { ...caller, role: 'administrator' }
    : caller

/** Why a caller may not send this; null: it may. Without a code, a console needs none. */
function refusedTo(
  caller: Caller,
  definition: RequestDefinition,
  locks: ConsoleLocks | null,
): Refusal | null {
  const isCodeAsked = definition.code === true && locks?.isCodeSet() === true
  if (caller.role === 'dispatcher' && isCodeAsked) return codeNeeded()
  return maySend(caller, definition) ? null : no.forbidden()
}

export function createDispatcher({
  context,
  queryContext,
  disclosure,
  commandQueue,
  fenced,
  board,
  clock,
  log,
}: Parts): Pick<Station, 'request'> {
  /** A wall of the room that may show no more than a public one asks for as much. */
  const asksByType = (input: unknown): boolean =>
    typeof input === 'object' && input !== null && 'byType' in input && input.byType === true

  function readingFor(caller: Caller, input?: unknown): QueryContext {
    const audience = audienceOf(caller)
    const isReduced = audience === 'public' || asksByType(input)
    return {
      ...queryContext,
      session: caller.session ?? null,
      board: () => board(audience),
      mayKnow: (incident) => !isReduced || disclosure(incident) !== 'never',
      mayReplay: (incident) => !isReduced || disclosure(incident) === 'full',
      isPublic: audience === 'public',
    }
  }

  async function answerQuery<N extends QueryName>(
    name: N,
    input: Parsed<N>,
    caller: Caller,
  ): Promise<Answered<N>> {
    const handler = queries[name] as QueryHandler<N>
    const read = await handler(input, readingFor(caller, input))
    return read.ok ? { ok: true, position: context.memory.position, reply: read.reply } : read
  }

  function answerSignal<N extends SignalName>(
    name: N,
    input: Parsed<N>,
    caller: Caller,
  ): Answered<N> {
    const handler = signals[name] as SignalHandler<N>
    const reply = handler(input, {
      screens: context.screens,
      selfTestRun: context.selfTestRun,
      incomingCalls: context.incomingCalls,
      now: () => clock.wall(),
      session: caller.session ?? null,
    })
    return { ok: true, position: context.memory.position, reply }
  }

  /** `prepared`: what was read for it before its batch, or why that refuses it. */
  function submissionOf(command: CheckedCommand, prepared: unknown): Submission {
    const { id, name, input, sent, caller } = command
    const session = caller.session ?? null
    const { exclusive }: CommandDefinition = contract[name]
    return {
      command: { id, content: canonical({ name, input: sent }) },
      exclusive: exclusive === true,
      async decide(batch: Batch): Promise<Changes | Refusal> {
        if (isRefusal(prepared)) return prepared
        const operator = session === null ? null : await context.memory.operator(session)
        const meta = { at: clock.wall(), by: operator || caller.name }
        const handler = commands[name] as AnyHandler<CommandName>
        const commandContext = { ...context, meta, batch, session }
        return 'prepare' in handler
          ? handler.handle(input, commandContext, prepared as never)
          : handler(input, commandContext)
      },
    }
  }

  async function submitCommand<N extends CommandName>(
    command: CheckedCommand,
  ): Promise<Answered<N>> {
    const handler = commands[command.name] as AnyHandler<CommandName>
    const prepared =
      'prepare' in handler ? await handler.prepare(command.input, readingFor(command.caller)) : null
    const result = await commandQueue.submit(submissionOf(command, prepared))
    return result.ok
      ? { ok: true, position: result.position, reply: result.reply as never }
      : result
  }

  /**
   * Refuses a command for its input, or with `id-reused` if the record has a command of this id.
   * The queue looks the id up with an empty content, which no recorded command has.
   */
  async function refuseInput(id: string | null, refusal: Refusal): Promise<Refusal> {
    if (id === null) return refusal
    const result = await commandQueue.submit({
      command: { id, content: '' },
      decide: async () => refusal,
    })
    return result.ok ? refusal : result
  }

  async function answer<N extends Name>(call: Call, sender: Caller): Promise<Answered<N>> {
    const { name } = call
    if (!isName(name)) return no.unknownName(String(name).slice(0, 80))
    const definition: RequestDefinition = contract[name]
    const caller = unlockedBy(queryContext.locks, sender)
    const refusal = refusedTo(caller, definition, queryContext.locks)
    if (refusal) return refusal
    const checked = validate(name, call.input)
    if (definition.kind === 'command') {
      const fence = fenced()
      const taken = fence instanceof Promise ? await fence : fence
      if (taken) return taken
      const id = commandId(call.id)
      if (!checked.ok) return refuseInput(id, checked)
      if (id === null) return no.idNeeded()
      return submitCommand({
        id,
        name: name as CommandName,
        input: checked.input as Parsed<CommandName>,
        sent: call.input,
        caller,
      })
    }
    if (!checked.ok) return checked
    return definition.kind === 'query'
      ? answerQuery(name as QueryName, checked.input as never, caller)
      : answerSignal(name as SignalName, checked.input as never, caller)
  }

  return {
    async request<N extends Name>(call: Call, caller: Caller): Promise<Answered<N>> {
      try {
        return await answer<N>(call, caller)
      } catch (error) {
        const name = typeof call.name === 'string' ? call.name : null
        log.error('request-failed', error, { name })
        return no.internal()
      }
    },
  }
}
