/**
 * What the documents of a site give to its library: types, categories, posts, and which plans are
 * not offered because their document is put away. Without a document of its own, and with nothing
 * put away, it is what the installation has.
 */
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Category, IncidentType, Plan, Role } from '#shared/domain/plan/plan.ts'
import { liesUnder } from '#shared/domain/plan/type-tree.ts'
import type { DroppedParts } from '#shared/domain/site-document/dropped.ts'
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

/**
 * A type of before that lies above one of now has no mark any more: nobody sees it, and what lies
 * under it would be handled quietly for a reason that is gone.
 */
const unmarked = (type: IncidentType, present: readonly IncidentType[]): IncidentType =>
  present.some(({ code }) => code !== type.code && liesUnder(code, type.code))
    ? { ...type, danger: false, private: false, discreet: false, accident: false }
    : type

/** What there is of the program and the site, and what there was: of one code what is there now. */
function withFormer(program: Content, ofSite: Content, former: readonly DroppedParts[]): Content {
  const present = [...program.types, ...ofSite.types]
  const past = former.flatMap(({ types }) => types)
  const roles = former.flatMap((parts) =>
    parts.roles.map(({ id, name }) => ({ id, name, aliases: [], duty: null, substitutes: [] })),
  )
  return {
    types: oncePerCode([...present, ...past.map((type) => unmarked(type, present))]),
    categories: oncePerCode([
      ...program.categories,
      ...ofSite.categories,
      ...former.flatMap(({ categories }) => categories),
    ]),
    roles: [...program.roles, ...ofSite.roles, ...roles],
  }
}

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
    away: readonly string[]
    kinds: string
    content: Content | null
  } | null = null

  /** Null: nothing differs from what the installation has. */
  function content(): Content | null {
    const texts = siteDocuments.inForce()
    const away = siteDocuments.putAway()
    const kinds = siteKinds().join()
    if (drawn?.texts === texts && drawn.away === away && drawn.kinds === kinds) return drawn.content
    const concerned = documentsInUse(planSources, siteDocuments).filter((document) =>
      concerns(document.siteKinds, siteKinds()),
    )
    const differs = texts.length + away.length > 0
    drawn = { texts, away, kinds, content: differs ? contentOf(concerned) : null }
    return drawn.content
  }

  let all: { of: readonly unknown[]; content: Content } | null = null
  function everything(): Content {
    const [texts, former] = [siteDocuments.inForce(), siteDocuments.former()]
    if (all?.of[0] === texts && all.of[1] === former) return all.content
    const [program, ofSite] = [shipped.everything(), contentOf(pagesOf(texts))]
    const named = texts.length + former.length === 0 ? program : withFormer(program, ofSite, former)
    all = { of: [texts, former], content: named }
    return named
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
