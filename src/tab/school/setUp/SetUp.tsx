import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useServices } from '../../../ui/services.tsx'
import { hasWork, planOf } from './sitePlan.ts'
import { SetUpSite } from './SetUpSite.tsx'
import { useSetUp } from './useSetUp.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '20px', alignItems: 'stretch', maxWidth: '760px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  act: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px' },
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
})

/** Makes the lists of this school or brings them up to date: a right that few people have. Says beforehand what it would do. */
export const SetUp = () => {
  const styles = useStyles()
  const { sites, run, working } = useSetUp()
  const plans = sites.map(({ look }) => look.data && planOf(look.data.lists))
  const nothingToDo = plans.every((plan) => plan && !hasWork(plan))
  return (
    <div className={styles.page}>
      <Text
        className={styles.quiet}
      >{t`Goldthread keeps everything in lists on your school’s own SharePoint sites. Whoever owns those sites makes the lists once, and brings them up to date after a new version. Lists and columns are added; nothing is changed or removed.`}</Text>
      {sites.map((site) => (
        <SetUpSite key={site.audience} site={site} onAgreed={() => void run()} />
      ))}
      <div className={styles.act}>
        <Button
          appearance={nothingToDo ? 'secondary' : 'primary'}
          disabled={working}
          onClick={() => void run()}
        >{t`Set up or update the lists`}</Button>
        <Text
          size={200}
          className={styles.quiet}
        >{t`For this alone Microsoft asks you to agree to one permission more, Sites.Manage.All. Daily use never asks for it, and it reaches no further than your own rights in SharePoint.`}</Text>
      </div>
      <LeftToScript />
    </div>
  )
}

const leftToScript = [
  t`The app’s registration, its permission to these sites (Sites.Selected) and your organisation’s consent to it.`,
  t`The sites themselves, their groups, and that nobody outside your organisation can be let in.`,
  t`Earlier versions of each row: the script switches them on. Without them there is no history to go back to.`,
  t`Who reads the lists that everybody adds to, such as the log of openings (see Who sees what).`,
]

/** Microsoft Graph can't set these: they take a script, or SharePoint's own settings. */
const LeftToScript = () => {
  const styles = useStyles()
  const { school } = useServices()
  return (
    <section className={styles.part} aria-label={t`What IT’s script does`}>
      <Text as="h3" size={400} weight="semibold" className={styles.title}>{t`What this page can’t do`}</Text>
      <Text>{t`Install-Goldthread.ps1, which comes with the packages for ${school.name}, does these. It can make the lists too: whichever runs second finds them there.`}</Text>
      <ul className={styles.list}>
        {leftToScript.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
