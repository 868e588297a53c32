import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text } from '@fluentui/react-components'
import type { LeftOut } from '../../../documents/letters/familyLetters.ts'
import { counted } from '../../../domain/counted.ts'
import { Personal, PupilName } from '../../../ui/hiddenDetails.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
})

const words = ({ why, more }: LeftOut): string => {
  switch (why) {
    case 'nobody':
      return t`nobody with parental responsibility is recorded`
    case 'restricted':
      return t`contact restriction: ${more ?? ''}`
    case 'noAddress':
      return more ? t`no address is recorded; email: ${more}` : t`no address is recorded`
    case 'gaps':
      return t`nothing is recorded for: ${more ?? ''}`
  }
}

/** Who gets no letter and why, each with the way to where it is put right. */
export const LeftOutList = ({ leftOut }: { leftOut: readonly LeftOut[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  if (leftOut.length === 0) return null
  return (
    <section aria-label={t`Left out`}>
      <Text weight="semibold" block>{t`Left out: ${counted(leftOut.length, 'letter')}`}</Text>
      <ul className={styles.list}>
        {leftOut.map((one) => (
          <li key={`${one.pupil.key} ${one.name ?? ''} ${one.why}`}>
            <Link
              inline
              href={href({
                at: 'pupil',
                key: one.pupil.key,
                section: one.why === 'gaps' ? 'details' : 'contacts',
              })}
            >
              <PupilName pupil={one.pupil} />
            </Link>
            {one.name && (
              <>
                {', '}
                <Personal>{one.name}</Personal>
              </>
            )}
            {': '}
            {words(one)}
          </li>
        ))}
      </ul>
      {leftOut.some(({ why }) => why === 'restricted') && (
        <Text block size={200}>
          {t`Ask whoever is named. Whoever may be written to gets a letter alone, such as from a review or a plan, where the answer and who decided are kept.`}
        </Text>
      )}
    </section>
  )
}
