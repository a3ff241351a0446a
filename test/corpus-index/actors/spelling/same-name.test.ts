import assert from 'node:assert/strict';
import { familyNameIn, isSameName } from '#corpus-index';

describe('one name in two spellings', () => {
  for (const [name, other] of [
    ['Saif al-Adl', 'Sayf el-Adel'],
    ['al-Qaeda', 'al-Qaida'],
    ['Islamic Revolutionary Guard Corps', 'Islamic Revolutionary Guards Corps'],
    ['Organisation for Trade', 'Organization for Trade'],
    ['Usama bin Ladin', 'Osama bin Laden'],
  ] as const) {
    it(`is ${name} and ${other}`, () => {
      assert.equal(isSameName(name, other), true);
    });
  }

  for (const [name, other] of [
    ['Saif al-Adl', 'al-Adl'],
    ['Saif al-Adl', 'Muhammad Salah al-Din Zaidan'],
    ['al-Qaeda', 'Qaeda'],
    ['Karim Nuri', 'Karim J. Nuri'],
    ['Islamic Revolutionary Guard Corps', 'IRGC'],
    ['IRGC', 'IRGCN'],
    ['Hamza bin Laden', 'Saad bin Laden'],
    ['', ''],
  ] as const) {
    it(`is not ${name || 'nothing'} and ${other || 'nothing'}`, () => {
      assert.equal(isSameName(name, other), false);
    });
  }

  it('has a family name with its article and particles', () => {
    assert.equal(familyNameIn('Saif al-Adl'), 'al-Adl');
    assert.equal(familyNameIn('Osama bin Laden'), 'bin Laden');
    assert.equal(familyNameIn('Abu Khalid'), undefined);
    assert.equal(familyNameIn('Karim'), undefined);
    assert.equal(familyNameIn(''), undefined);
  });
});
