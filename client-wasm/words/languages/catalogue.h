// Every language at once: for the tests, and for writing the files that the browser reads one of. Only
// English is in the program.
#pragma once

#include <span>

#include "client-wasm/words/words.h"

namespace roost {

extern const Words kHindi;
extern const Words kSwahili;
extern const Words kSpanish;
extern const Words kPortuguese;
extern const Words kArabic;

extern const SendingWords kHindiSending;
extern const SendingWords kSwahiliSending;
extern const SendingWords kSpanishSending;
extern const SendingWords kPortugueseSending;
extern const SendingWords kArabicSending;

extern const NoticeWords kHindiNotices;
extern const NoticeWords kSwahiliNotices;
extern const NoticeWords kSpanishNotices;
extern const NoticeWords kPortugueseNotices;
extern const NoticeWords kArabicNotices;

extern const TemplateDeskWords kHindiTemplateDesk;
extern const TemplateDeskWords kSwahiliTemplateDesk;
extern const TemplateDeskWords kSpanishTemplateDesk;
extern const TemplateDeskWords kPortugueseTemplateDesk;
extern const TemplateDeskWords kArabicTemplateDesk;

extern const SettingsWords kHindiSettings;
extern const SettingsWords kSwahiliSettings;
extern const SettingsWords kSpanishSettings;
extern const SettingsWords kPortugueseSettings;
extern const SettingsWords kArabicSettings;

extern const MessageMenuWords kHindiMessageMenu;
extern const MessageMenuWords kSwahiliMessageMenu;
extern const MessageMenuWords kSpanishMessageMenu;
extern const MessageMenuWords kPortugueseMessageMenu;
extern const MessageMenuWords kArabicMessageMenu;

extern const TwoFactorWords kHindiTwoFactor;
extern const TwoFactorWords kSwahiliTwoFactor;
extern const TwoFactorWords kSpanishTwoFactor;
extern const TwoFactorWords kPortugueseTwoFactor;
extern const TwoFactorWords kArabicTwoFactor;
extern const NumberWords kHindiNumbers;
extern const NumberWords kSwahiliNumbers;
extern const NumberWords kSpanishNumbers;
extern const NumberWords kPortugueseNumbers;
extern const NumberWords kArabicNumbers;

extern const ProfileWords kHindiProfile;
extern const ProfileWords kSwahiliProfile;
extern const ProfileWords kSpanishProfile;
extern const ProfileWords kPortugueseProfile;
extern const ProfileWords kArabicProfile;

extern const SiteWords kHindiSites;
extern const SiteWords kSwahiliSites;
extern const SiteWords kSpanishSites;
extern const SiteWords kPortugueseSites;
extern const SiteWords kArabicSites;

extern const TeamWords kHindiTeam;
extern const TeamWords kSwahiliTeam;
extern const TeamWords kSpanishTeam;
extern const TeamWords kPortugueseTeam;
extern const TeamWords kArabicTeam;
extern const RecordWords kHindiRecords;
extern const RecordWords kSwahiliRecords;
extern const RecordWords kSpanishRecords;
extern const RecordWords kPortugueseRecords;
extern const RecordWords kArabicRecords;

extern const BlockingWords kHindiBlocking;
extern const BlockingWords kSwahiliBlocking;
extern const BlockingWords kSpanishBlocking;
extern const BlockingWords kPortugueseBlocking;
extern const BlockingWords kArabicBlocking;

extern const FailureWords kHindiFailures;
extern const FailureWords kSwahiliFailures;
extern const FailureWords kSpanishFailures;
extern const FailureWords kPortugueseFailures;
extern const FailureWords kArabicFailures;

extern const TemplateWords kHindiTemplates;
extern const TemplateWords kSwahiliTemplates;
extern const TemplateWords kSpanishTemplates;
extern const TemplateWords kPortugueseTemplates;
extern const TemplateWords kArabicTemplates;

// In the order of kLanguages.
std::span<const Words* const> all_words();

}  // namespace roost
