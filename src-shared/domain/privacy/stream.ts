/** The stream of privacy by type: the table as the site has set it last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import { DISCLOSURES, type Privacy } from './disclosure.ts'

/** The whole table. */
export type PrivacySet = { type: 'PrivacySet'; privacy: Privacy }
export type PrivacyEvent = PrivacySet

/** Null while nobody has set anything: public walls show what is not discreet. */
export const privacyStream = defineStream<Privacy | null, PrivacyEvent, { privacy: Privacy }>({
  name: 'privacy',
  initial: () => null,
  evolve: (_privacy, { privacy }: Recorded<PrivacyEvent>) => privacy,
  documents: {
    privacy: {
      of: (privacy) => privacy,
      name: localized('公开大屏按类型显示多少', 'what public walls show of each type'),
      hasForm: is.fields<Privacy>({
        types: is.map(is.oneOf(DISCLOSURES)),
        untyped: is.maybe(is.oneOf(DISCLOSURES)),
      }),
    },
  },
})
