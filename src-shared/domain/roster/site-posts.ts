/**
 * The posts that every site has, whatever its plans: who sits at the desk, who leads while the
 * shift lasts, and who takes warnings from outside. The roster holds their people, and alerts reach
 * the leader last.
 */
import { localized, type LocalizedText } from '../text.ts'

export const SITE_POSTS = {
  'duty-officer': localized('值班员', 'Duty officer'),
  'duty-leader': localized('值班领导', 'Duty leader'),
  'warning-contact': localized('预警联络人', 'Warning contact'),
} as const satisfies Record<string, LocalizedText>
export type SitePost = keyof typeof SITE_POSTS

export const isSitePost = (role: string): role is SitePost => Object.hasOwn(SITE_POSTS, role)

/**
 * What a post is called: by the name that it has here and, where it is one of every site, also by
 * that of other sites.
 */
export const namesOfPost = ({
  id,
  name,
}: {
  id: string
  name: LocalizedText
}): readonly LocalizedText[] => (isSitePost(id) ? [name, SITE_POSTS[id]] : [name])
