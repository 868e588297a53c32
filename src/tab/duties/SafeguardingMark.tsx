import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text } from '@fluentui/react-components'
import type { DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import type { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import { leadShown } from '../../domain/rules/safeguardingLead.ts'
import { isAddress } from '../../domain/rules/serviceWords.ts'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px', maxWidth: '720px' },
})

/** Who the lead is, the way to where it is kept, and whether the mark on the pupil's page says the same as this row. */
export const SafeguardingMark = ({
  link,
  pupil,
  context,
}: {
  link: Stored<SafeguardingLink>
  pupil: Stored<Pupil>
  context: DutyContext
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Pupil)
  const { doIt, busy, trouble } = useRecordAct(Pupil, pupil)
  const lead = leadShown(context.school)
  const holds = link.until === null
  const differs = (pupil.alertSafeguarding === true) !== holds
  return (
    <div className={styles.part}>
      <Text>
        {lead ? (
          t`Safeguarding lead: ${lead}`
        ) : (
          <>
            {t`Who the safeguarding lead is has not been written down yet:`}{' '}
            <Link
              inline
              href={href({ at: 'school', section: 'settings' })}
            >{t`School, Settings and rates`}</Link>
          </>
        )}
      </Text>
      {link.website && isAddress(link.website) && (
        <Link href={link.website} target="_blank" rel="noreferrer noopener">
          {link.kept ? t`Open ${link.kept}` : t`Open where it is kept`}
        </Link>
      )}
      {differs && (
        <>
          <Text>
            {holds
              ? t`The pupil’s page does not say yet that somebody is to be asked first.`
              : t`The pupil’s page still says that somebody is to be asked first.`}
          </Text>
          {mayWrite && (
            <Button
              disabled={busy}
              onClick={() =>
                void doIt({
                  words: holds ? t`Show the mark on the pupil’s page` : t`Take the mark off the pupil’s page`,
                  said: holds ? t`Marked on the pupil’s page` : t`Mark taken off`,
                  changes: () => ({ alertSafeguarding: holds }),
                })
              }
            >
              {holds ? t`Show the mark on the pupil’s page` : t`Take the mark off the pupil’s page`}
            </Button>
          )}
        </>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
    </div>
  )
}
