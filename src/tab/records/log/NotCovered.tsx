import { t } from '../../../words/t.ts'
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
} from '@fluentui/react-components'

const useStyles = makeStyles({ list: { margin: '0 0 8px', paddingLeft: '20px', maxWidth: '760px' } })

/** What nobody should think that this log shows. */
export const NotCovered = () => {
  const styles = useStyles()
  return (
    <Accordion collapsible>
      <AccordionItem value="not">
        <AccordionHeader as="h2">{t`What this log doesn’t show`}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.list}>
            <li>{t`The register, the list of reviews and the provision page: they show names, needs and dates. Only the record itself is logged, of pupils who have or had an EHC plan, and every review.`}</li>
            <li>{t`Whoever opens the lists or files in SharePoint itself, through search, a synchronised folder, a backup or an administrator’s tools. Microsoft 365’s audit log has those: ask IT.`}</li>
            <li>{t`What happens to a document afterwards: the own Save as, Print and Share of Word, Excel and the browser, emails, paper, a photograph of a screen. Profiles that are printed by staff who are not let into the SENCO’s site, where this log lies.`}</li>
            <li>{t`Anything while the list could not be written to. The page then says that opening isn’t logged, or not yet. A row that is on its way arrives although the page is closed; one that still waits is lost with its page.`}</li>
            <li>{t`What its owner changed in SharePoint: whoever reads all of this log can also change and delete its rows there.`}</li>
            <li>{t`Whether the reason is true: it is what the person chose.`}</li>
          </ul>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  )
}
