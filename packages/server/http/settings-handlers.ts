import { isSupportedCountry } from 'libphonenumber-js/min';
import { readOwnSettings } from '../organisation/centre-settings.ts';
import { isTimeZone } from '../organisation/is-time-zone.ts';
import { fieldProblem, versionProblem } from './problems.ts';
import { answer, type Handler } from './respond.ts';

export const getSettings: Handler<'getSettings'> = async (_, { db, centre, settings: all }) => {
  const { version, settings } = await readOwnSettings(db, centre);
  const { timeZone, region } = all.given;
  const otherwise = { timeZone, ...(region !== undefined && { region }) };
  return answer({ version, ...settings, otherwise });
};

export const changeSettings: Handler<'changeSettings'> = async ({ body, principal }, rooms) => {
  const { db, centre, settings } = rooms;
  const { timeZone, region } = body;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    return fieldProblem('timeZone', 'a name of the IANA, such as Europe/Zurich');
  }
  if (region !== undefined && !isSupportedCountry(region)) {
    return fieldProblem('region', 'a country as ISO 3166 abbreviates it: CH');
  }
  const changed = await settings.change({ db, centre, actor: principal.id }, body);
  if (changed.kind === 'version-wrong') return versionProblem(changed.version);
  return answer({ version: changed.version });
};
