import { standingEmergencies } from '../emergencies/standing-emergencies.ts';
import { answer, give, type Handler } from './respond.ts';

export const declareEmergency: Handler<'declareEmergency'> = (call, rooms) => {
  const declaredBy = call.principal.id;
  return give({ type: 'declare-emergency', ...call.body, declaredBy }, call, rooms);
};

export const endEmergency: Handler<'endEmergency'> = (call, rooms) =>
  give({ type: 'end-emergency', ...call.body }, call, rooms);

export const listEmergencies: Handler<'listEmergencies'> = async (_call, rooms) =>
  answer(await standingEmergencies(rooms));
