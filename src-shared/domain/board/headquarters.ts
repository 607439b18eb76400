/** Draws the headquarters of an incident. */
import type { Incident } from '../incident/record/state.ts'
import { shown, shownOrNull } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import type { View } from './view.ts'

/** `person`, `duty`: null for walls. */
export type BoardHeadquartersMember = {
  person: string | null
  personId: string | null
  postId: string | null
  post: LocalizedText | null
  duty: string | null
}

/** Nothing, until somebody forms one. */
export const drawHeadquarters = (
  { headquarters }: Incident,
  { open }: View,
): { headquarters?: readonly BoardHeadquartersMember[] } =>
  headquarters
    ? {
        headquarters: headquarters.map(({ person, personId, post, duty }) => ({
          person: shown(person, open),
          personId,
          postId: post?.id ?? null,
          post: post?.name ?? null,
          duty: shownOrNull(duty, open),
        })),
      }
    : {}
