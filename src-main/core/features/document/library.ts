/**
 * What the documents of a site give to its library: types, categories, posts, and which plans are
 * not offered because their document is put away. Without a document of its own, and with nothing
 * put away, it is what the installation has.
 */
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Category, IncidentType, Plan, Role } from '#shared/domain/plan/plan.ts'
import type { DocumentText, KindOffered, Library, PlanSources } from '../../ports.ts'
import type { SiteDocuments } from './site-documents.ts'

type Given = Pick<Library, 'types' | 'categories' | 'roles' | 'everything'> & {
  /** Whether the document of a plan is put away. */
  isAway: (plan: Pick<Plan, 'document'>) => boolean
  /** The kinds of site, with what the site would have of these plans as each. */
  kinds: (plans: readonly Plan[]) => readonly KindOffered[]
}

/** Each code once, where it comes first: documents share categories. */
const oncePerCode = <T extends { code: string }>(list: readonly T[]): readonly T[] =>
  [...new Map(list.toReversed().map((item) => [item.code, item])).values()].toReversed()

type Content = {
  types: readonly IncidentType[]
  categories: readonly Category[]
  roles: readonly Role[]
}
const contentOf = (pages: readonly PlanDocument[]): Content => ({
  types: pages.flatMap(({ types }) => types),
  categories: oncePerCode(pages.flatMap(({ categories }) => categories)),
  roles: pages.flatMap(({ roles }) => roles),
})
const pagesOf = (texts: readonly DocumentText[]): readonly PlanDocument[] =>
  texts.map(({ page }) => page)

/** The documents of the site: those of the program that are in use, then its own in force. */
export const documentsInUse = (
  planSources: PlanSources,
  siteDocuments: SiteDocuments,
): readonly PlanDocument[] => [
  ...planSources.documents().filter(({ id }) => !siteDocuments.isPutAway(id)),
  ...pagesOf(siteDocuments.inForce()),
]

/** `siteKinds`: of the site, as they are now. */
export function documentsGive(
  shipped: Library,
  planSources: PlanSources,
  siteDocuments: SiteDocuments,
  siteKinds: () => readonly string[],
): Given {
  const isAway = ({ document }: Pick<Plan, 'document'>): boolean =>
    siteDocuments.isPutAway(document)
  let drawn: {
    texts: readonly DocumentText[]
    away: string
    kinds: string
    content: Content | null
  } | null = null

  /** Null: nothing differs from what the installation has. */
  function content(): Content | null {
    const texts = siteDocuments.inForce()
    const away = siteDocuments.ids().filter(siteDocuments.isPutAway).join()
    const kinds = siteKinds().join()
    if (drawn?.texts === texts && drawn.away === away && drawn.kinds === kinds) return drawn.content
    const concerned = documentsInUse(planSources, siteDocuments).filter((document) =>
      concerns(document.siteKinds, siteKinds()),
    )
    const differs = texts.length > 0 || away !== ''
    drawn = { texts, away, kinds, content: differs ? contentOf(concerned) : null }
    return drawn.content
  }

  let all: { of: readonly DocumentText[]; content: Content } | null = null
  function everything(): Content {
    const of = siteDocuments.everything()
    if (of.length === 0) return shipped.everything()
    if (all?.of !== of) {
      const [program, ofSite] = [shipped.everything(), contentOf(pagesOf(of))]
      all = {
        of,
        content: {
          types: [...program.types, ...ofSite.types],
          categories: oncePerCode([...program.categories, ...ofSite.categories]),
          roles: [...program.roles, ...ofSite.roles],
        },
      }
    }
    return all.content
  }

  return {
    types: () => content()?.types ?? shipped.types(),
    categories: () => content()?.categories ?? shipped.categories(),
    roles: () => content()?.roles ?? shipped.roles(),
    everything,
    isAway,
    kinds: (plans) =>
      content() === null
        ? shipped.kinds()
        : shipped.kinds().map((offered) => ({
            ...offered,
            plans: plans.filter((plan) => concerns(plan.siteKinds, [offered.kind])).length,
          })),
  }
}
