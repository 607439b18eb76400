/** Keeps the alerts that concern the station itself and no incident: its own faults. */
import { accept, unreachable, type Decision, type Recorded } from '../decision.ts'
import { alertAcknowledged, unknownAlert } from '../incident/record/refusals.ts'
import type { Priority } from '../incident/record/state.ts'
import type { LocalizedText } from '../text.ts'

/**
 * What is wrong, in a sentence, and what a person does about it. `tone`: how a screen sounds until
 * it is acknowledged; `fault` like no alarm of an incident, `alert` as one of its priority.
 */
export type FaultWords = {
  priority: Priority
  tone: 'fault' | 'alert' | null
  cause: LocalizedText
  action: LocalizedText
}
/**
 * `about` names the cause, and stands once at a time. `lasts`: it stands until its cause is gone;
 * else until it is acknowledged, since it has happened and is over.
 */
export type FaultRaised = FaultWords & {
  type: 'FaultRaised'
  alertId: string
  about: string
  lasts: boolean
}
export type FaultAcknowledged = { type: 'FaultAcknowledged'; alertId: string }
export type FaultCleared = { type: 'FaultCleared'; alertId: string }
export type FaultEvent = FaultRaised | FaultAcknowledged | FaultCleared

/** Instants in UTC ms. */
export type Fault = Omit<FaultRaised, 'type'> & {
  raisedAt: number
  acknowledged: { at: number; by: string } | null
}

export type RaiseFault = { type: 'RaiseFault' } & Omit<FaultRaised, 'type'>
export type AcknowledgeFault = { type: 'AcknowledgeFault'; alertId: string }
export type ClearFault = { type: 'ClearFault'; about: string }
export type FaultCommand = RaiseFault | AcknowledgeFault | ClearFault

/** The fault of incidents of a damaged record that nobody has taken over; it names their places. */
export const NOT_TAKEN_OVER = 'not-taken-over'

/** `serial` tells one from those before it. */
export const faultId = (about: string, serial: number): string => `fault.${about}.${serial}`
export const isAbout = (alertId: string, about: string): boolean =>
  alertId.startsWith(`fault.${about}.`)

/**
 * Nothing follows from raising what stands or clearing what does not. Refused: acknowledging a
 * fault that does not stand (`unknown-alert`), or twice (`alert-acknowledged`).
 */
export function decideFault(faults: readonly Fault[], command: FaultCommand): Decision<FaultEvent> {
  switch (command.type) {
    case 'RaiseFault':
      return faults.some(({ about }) => about === command.about)
        ? accept()
        : accept({ ...command, type: 'FaultRaised' })
    case 'AcknowledgeFault': {
      const fault = faults.find(({ alertId }) => alertId === command.alertId)
      if (!fault) return unknownAlert()
      return fault.acknowledged
        ? alertAcknowledged(fault.acknowledged.by)
        : accept({ type: 'FaultAcknowledged', alertId: command.alertId })
    }
    case 'ClearFault': {
      const fault = faults.find(({ about }) => about === command.about)
      return fault ? accept({ type: 'FaultCleared', alertId: fault.alertId }) : accept()
    }
    default:
      return unreachable(command)
  }
}

/** The faults that stand after one more event. */
export function faultsAfter(
  faults: readonly Fault[],
  event: Recorded<FaultEvent>,
): readonly Fault[] {
  switch (event.type) {
    case 'FaultRaised': {
      const { alertId, about, lasts, priority, tone, cause, action, at } = event
      const words = { priority, tone, cause, action }
      return [...faults, { alertId, about, lasts, ...words, raisedAt: at, acknowledged: null }]
    }
    case 'FaultAcknowledged':
      return faults.flatMap((fault): Fault[] => {
        if (fault.alertId !== event.alertId) return [fault]
        return fault.lasts ? [{ ...fault, acknowledged: { at: event.at, by: event.by } }] : []
      })
    case 'FaultCleared':
      return faults.filter(({ alertId }) => alertId !== event.alertId)
    default:
      return unreachable(event)
  }
}
