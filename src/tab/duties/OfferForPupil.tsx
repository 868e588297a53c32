import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { agesOf, needsShown, servicesFor } from '../../domain/duties/localOffer.ts'
import type { Stored } from '../../domain/record.ts'
import { Need } from '../../domain/records/need.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Service } from '../../domain/records/service.ts'
import { showDay } from '../../domain/rules/day.ts'
import { isAddress } from '../../domain/rules/serviceWords.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { OfferPaper } from './OfferPaper.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
})

/** Services of the local offer that fit this pupil's needs and age, and the list of them for the family. */
export const OfferForPupil = ({
  pupil,
  services,
}: {
  pupil: Stored<Pupil>
  services: readonly Stored<Service>[]
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  return (
    <section className={styles.part} aria-label={t`Services that may help`}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Services that may help`}</Text>
      <Loaded queries={[useAbout(Need, 'pupil', pupil.key)]} shape={<Waiting />}>
        {(needs) => {
          const fit = servicesFor(services, pupil, needs.records, today)
          if (fit.length === 0)
            return (
              <Notice
                title={t`No service in the list fits`}
                todo={t`Services stand under With others. Each says which needs and ages it is for.`}
              />
            )
          return (
            <>
              <Text
                className={styles.quiet}
              >{t`By this pupil’s needs and age, those for these needs first.`}</Text>
              <ul className={styles.list}>
                {fit.map((one) => (
                  <li key={one.key} className={styles.row}>
                    <Link href={href({ at: 'duties', place: 'with', duty: 'services', key: one.key })}>
                      {one.name}
                    </Link>
                    <Text block size={200} className={styles.quiet}>
                      {[
                        needsShown(one),
                        agesOf(one) && t`age ${agesOf(one)}`,
                        one.telephone,
                        one.checked ? t`checked ${showDay(one.checked)}` : t`never checked`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                    {one.website && isAddress(one.website) && (
                      <Link href={one.website} target="_blank" rel="noreferrer">
                        {one.website}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
              <OfferPaper services={fit} about={needs.records} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
