import { t } from '../../../words/t.ts'
import { makeStyles, Text } from '@fluentui/react-components'
import { LayoutPart } from './LayoutPart.tsx'
import { LookPart } from './LookPart.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
})

/** How the school's documents look, and in which order its minutes stand. */
export const MinutesSection = () => {
  const styles = useStyles()
  return (
    <>
      <section className={styles.part} aria-label={t`Look of documents`}>
        <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>{t`Look of documents`}</Text>
        <LookPart />
      </section>
      <section className={styles.part} aria-label={t`Order and headings`}>
        <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>{t`Order and headings`}</Text>
        <LayoutPart />
      </section>
    </>
  )
}
