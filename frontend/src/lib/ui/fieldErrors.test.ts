import { expect, it } from 'vitest';
import { fieldErrors } from './fieldErrors';

const problem = (...fields: string[]) => ({
  errors: fields.map((field) => ({ field, reason: 'must not be empty', hint: 'Enter a name.' })),
});

it('puts each error beside its field', () => {
  expect(fieldErrors(problem('name'), ['name', 'phone'])).toEqual({
    fields: { name: 'Must not be empty. Enter a name.' },
    rest: [],
  });
});

it('finds a control by the last or the first part of a nested field', () => {
  expect(fieldErrors(problem('address.city', 'visits[2].skills'), ['city', 'visits']).fields).toEqual({
    city: 'Must not be empty. Enter a name.',
    visits: 'Must not be empty. Enter a name.',
  });
});

it('keeps what belongs to no field of the form', () => {
  expect(fieldErrors(problem('payerId'), ['name'])).toEqual({
    fields: {},
    rest: ['payerId: Must not be empty. Enter a name.'],
  });
});
