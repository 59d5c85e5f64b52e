import { Button, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listGrantedSites, onSiteAccessChanged } from '../../utils/browser/site-access.ts';
import { picker } from '../../utils/settings/settings.ts';
import { isPickerTrigger, parsePickerTriggers } from '../../utils/text/picker-trigger.ts';
import { useSetting } from '../state/use-setting.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** What opens the list of scripts in a composer, and the sites where nothing does. */
export function PickerField() {
  const { t } = useTranslation();
  const [chosen, store] = useSetting(picker);
  const [typed, setTyped] = useState<string | null>(null);
  const sites = useSites();
  if (!chosen) return null;
  const shown = typed ?? chosen.triggers.join(' ');
  const isRefused = shown.split(/\s+/).some((part) => part !== '' && !isPickerTrigger(part));
  const isOff = chosen.triggers.length === 0;
  return (
    <SettingsSection title={t('settings.picker')}>
      <TextInput
        size="sm"
        aria-label={t('settings.pickerTriggers')}
        description={isOff ? t('settings.pickerOff') : t('settings.pickerText')}
        error={isRefused && t('settings.pickerRefused')}
        value={shown}
        maxLength={30}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          store({ ...chosen, triggers: parsePickerTriggers(value) });
        }}
        onBlur={() => setTyped(null)}
      />
      {!isOff && sites.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('settings.pickerSites')}
        </Text>
      )}
      {!isOff &&
        sites.map((site) => (
          <SiteSwitch
            key={site}
            site={site}
            isOn={!chosen.offSites.includes(site)}
            onSwitch={(isOn) => {
              const others = chosen.offSites.filter((other) => other !== site);
              store({ ...chosen, offSites: isOn ? others : [...others, site] });
            }}
          />
        ))}
    </SettingsSection>
  );
}

function SiteSwitch({
  site,
  isOn,
  onSwitch,
}: {
  site: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Button size="compact-xs" variant="default" justify="flex-start" onClick={() => onSwitch(!isOn)}>
      {isOn ? t('settings.pickerOnHere', { site }) : t('settings.pickerOffHere', { site })}
    </Button>
  );
}

/** Hosts with their scheme: a site is granted with all its ports. */
function useSites(): string[] {
  const [sites, setSites] = useState<string[]>([]);
  useEffect(() => {
    const refresh = () =>
      void listGrantedSites().then((granted) => setSites(granted.map((site) => site.replace(/\/\*$/, ''))));
    refresh();
    return onSiteAccessChanged(refresh);
  }, []);
  return sites;
}
