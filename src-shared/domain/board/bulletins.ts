/** Draws the reports to those above that an incident has sent. */
import type { BulletinKind } from '../incident/record/bulletins.ts'
import type { Incident } from '../incident/record/state.ts'
import { shown } from '../sealed.ts'
import type { View } from './view.ts'

/** `text`, `signer`, `to`: null for walls; `copies`: absent there, and where nobody got one. */
export type BoardBulletin = {
  number: number
  kind: BulletinKind
  at: number
  by: string
  text: string | null
  signer: string | null
  to: string | null
  copies?: readonly string[]
}

/** Absent until the first is sent, and until somebody has said when the head came to know. */
export type BoardBulletins = {
  bulletins?: readonly BoardBulletin[]
  headInformedAt?: number
}

export const drawBulletins = (
  { bulletins, headInformedAt }: Incident,
  { open }: View,
): BoardBulletins => ({
  ...(bulletins
    ? {
        bulletins: bulletins.map(({ number, kind, at, by, text, signer, to, copies }) => ({
          ...{ number, kind, at, by },
          text: shown(text, open),
          signer: shown(signer, open),
          to: shown(to, open),
          ...(copies ? { copies: copies.map((copy) => shown(copy, open)) } : {}),
        })),
      }
    : {}),
  ...(headInformedAt === undefined ? {} : { headInformedAt }),
})
