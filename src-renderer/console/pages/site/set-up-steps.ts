/**
 * The way from a kind of site to a site that can answer: what is done, what comes next, what is
 * still missing. It is worked out from what the station has, so that it can be left at any time.
 */
import { computed, watch, type ComputedRef } from 'vue'
import type { SiteRead } from '#shared/contract/site.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { hintOf } from '../../base/actions.ts'
import { useComingGaps } from '../../base/coming-gaps.ts'
import { LIBRARY, siteLink } from '../../base/links.ts'
import { useNamesOf } from '../../base/missing.ts'
import { useQuery } from '../../base/use-query.ts'
import type { Staff } from './staff.ts'
import { useSiteWords } from './site-words.ts'
import { useSkippedSteps } from './skipped-steps.ts'

/** `href` null: its button begins the trial. */
export type PathStep = {
  id: 'kind' | 'plans' | 'posts' | 'duty' | 'units' | 'places' | 'wall' | 'trial'
  done: boolean
  says: string
  href: string | null
}
export type SetUpSteps = {
  steps: ComputedRef<readonly PathStep[]>
  /** Neither done nor put off; the first is the next. */
  open: ComputedRef<readonly PathStep[]>
} & ReturnType<typeof useSkippedSteps>

const nameOf = ({ name }: { name: LocalizedText }): LocalizedText => name

export function useSetUpSteps(site: () => SiteRead | null, staff: Staff): SetUpSteps {
  const t = useSiteWords()
  const namesOf = useNamesOf()
  const board = useBoard()
  const { gaps, again } = useComingGaps()
  // whichever part has changed something, the register is read again
  watch(staff.rereads, () => {
    void again()
    void rereadPlaces()
  })
  const { reply: places, again: rereadPlaces } = useQuery('site/places-read', () => ({}))
  const skippedSteps = useSkippedSteps()

  function postsStep({ missing: { posts, phones } }: SiteRead): PathStep {
    const lines = [
      ...(posts.length > 0 ? [t('path.nobody', { names: namesOf(posts.map(nameOf)) })] : []),
      ...(phones.length > 0 ? [t('path.noPhone', { names: namesOf(phones.map(nameOf)) })] : []),
    ]
    return {
      ...{ id: 'posts', done: lines.length === 0, href: siteLink('people') },
      says: lines.length > 0 ? lines.join(t('path.and')) : t('path.postsSays'),
    }
  }
  function dutyStep(): PathStep {
    const shifts = staff.duty.value?.shifts.length ?? 0
    const lacking = gaps.value.map(nameOf)
    const says =
      lacking.length > 0
        ? t('path.dutyGaps', { names: namesOf(lacking) })
        : shifts > 0
          ? t('path.dutySays', { count: shifts })
          : t('path.dutyNone')
    return {
      ...{ id: 'duty', says, href: siteLink('duty') },
      done: shifts > 0 && lacking.length === 0,
    }
  }
  function placesStep(): PathStep {
    const count = places.value?.places.length ?? 0
    const says = count > 0 ? t('path.placesSays', { count }) : t('path.placesNone')
    return { id: 'places', done: count > 0, says, href: siteLink('places') }
  }

  const steps = computed<readonly PathStep[]>(() => {
    const read = site()
    if (!read) return []
    const { loaded, missing, kinds, kindsOffered, canChangeZone } = read
    const walls = board.walls.length
    const hasPlans = loaded.plans > 0
    return [
      {
        ...{ id: 'kind', done: true, href: siteLink('form') },
        says: namesOf(kindsOffered.flatMap(({ kind, name }) => (kinds.includes(kind) ? name : []))),
      },
      {
        ...{ id: 'plans', done: hasPlans, href: LIBRARY },
        says: hasPlans
          ? t('path.plansSays', {
              ...{ plans: loaded.plans, types: loaded.types },
              posts: read.posts.filter(({ documents }) => documents.length > 0).length,
            })
          : t('path.plansNone'),
      },
      postsStep(read),
      dutyStep(),
      {
        ...{ id: 'units', done: missing.units.length === 0, href: siteLink('contacts') },
        says:
          missing.units.length > 0
            ? t('path.noNumber', { names: namesOf(missing.units.map(nameOf)) })
            : t('path.unitsSays'),
      },
      placesStep(),
      {
        ...{ id: 'wall', done: walls > 0, href: siteLink('wall') },
        says: walls > 0 ? t('path.wallSays', { count: walls }) : t('path.wallNone'),
      },
      {
        ...{ id: 'trial', done: !canChangeZone, href: null },
        says: canChangeZone ? t('path.trialNone', { key: hintOf('intake') }) : t('path.trialSays'),
      },
    ]
  })
  return {
    ...skippedSteps,
    steps,
    open: computed(() =>
      steps.value.filter(({ id, done }) => !done && !skippedSteps.skipped.value.includes(id)),
    ),
  }
}
