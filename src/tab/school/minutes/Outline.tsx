import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { PlacedPart } from '../../../domain/rules/minutesLayout.ts'
import { partOf } from '../../../domain/rules/minutesParts.ts'
import { shownHeading } from './partWords.ts'

const useStyles = makeStyles({
  page: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '14px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'sticky',
    top: '8px',
    overflowWrap: 'anywhere',
    '@media (max-width: 1023px)': { position: 'static' },
  },
  list: { margin: '8px 0 0', paddingLeft: '24px' },
  line: { padding: '2px 0' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The headings as the minutes will have them, one below the other. */
export const Outline = ({ layout }: { layout: readonly PlacedPart[] }) => {
  const styles = useStyles()
  return (
    <section className={styles.page} aria-label={t`How the minutes will be ordered`}>
      <Text block weight="semibold">{t`Annual review: name`}</Text>
      <Text block size={200} className={styles.quiet}>{t`The meeting: school, date, place, plan`}</Text>
      <ol className={styles.list}>
        {layout
          .filter(({ out }) => !out)
          .map(({ part, heading }) => (
            <li key={part} className={styles.line}>
              {shownHeading(heading ?? partOf(part).heading)}
            </li>
          ))}
      </ol>
      <Text
        block
        size={200}
        className={styles.quiet}
      >{t`A part that has nothing to say in a review is left out of that one.`}</Text>
    </section>
  )
}
