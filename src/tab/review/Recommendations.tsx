import { inWords, t } from '../../words/t.ts'
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import { Contributor, contributorRoles } from '../../domain/records/contributor.ts'
import { recommendations } from '../../domain/records/review.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'

const useStyles = makeStyles({
  parties: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '16px' },
  one: {
    padding: '14px 0 20px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Those who recommend something else than the school does; what the report has to set out. */
const differing = ({ review, contributors }: ReviewFile): readonly Stored<Contributor>[] =>
  contributors.filter(
    ({ recommendation }) =>
      recommendation && recommendation !== 'none' && recommendation !== review.recommendation,
  )

/** What each party recommends, with their reasons in their words. */
export const Recommendations = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const others = differing(file)
  return (
    <div className={styles.parties}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`What each party recommends`}</Text>
      {file.review.recommendation && others.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t`Views differ. The school: ${inWords(recommendations[file.review.recommendation]).toLowerCase()}. ${others
            .map(
              (one) =>
                `${inWords(contributorRoles[one.role])}: ${inWords(Contributor.fields.recommendation.choices[one.recommendation!]).toLowerCase()}.`,
            )
            .join(' ')} The report sets this out.`}</MessageBarBody>
        </MessageBar>
      )}
      {file.contributors.map((one) => (
        <article key={one.key} className={styles.one} aria-label={inWords(contributorRoles[one.role])}>
          <Text weight="semibold">
            <Personal>{one.name}</Personal>{' '}
            <Text size={200} className={styles.quiet}>
              {inWords(contributorRoles[one.role])}
            </Text>
          </Text>
          <RecordForm
            history
            type={Contributor}
            record={one}
            groups={[{ fields: ['recommendation', 'reasons'] }]}
          />
        </article>
      ))}
    </div>
  )
}
