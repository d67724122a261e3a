#pragma once
#include "core/report/page/sitereport.h"

/// What the page says beside findings and states, in the language of the installed translator. Plain text, never
/// markup.
namespace gb::wording::page {

/// Titles, and sentences that are always the same.
enum class Word : quint8 {
    Remarks,
    RecordAndNetwork,
    Devices,
    State,
    Device,
    WhatIsWrong,
    Address,
    UserAgent,
    Registrations,
    Heartbeats,
    Interval,
    Type,
    Edition,
    Messages,
    Findings,
    MessageFlow,
    HowThisWasMade,
    Files,
    JudgedBy,
    Profile,
    Redaction,
    Program,
    Made,
    NoDevice,
    NothingWrong,
    PossibleCauses,
};
QString word(Word which);

QString language(); ///< as HTML has it: "en", "zh-CN"
QString titleOf(const QString &device);
QString titleOf(int devices);
/// Which files, from when to when; without files where their names may not be told.
QString period(const QStringList &files, const QString &first, const QString &last);
QString list(const QStringList &items);
/// How many devices have an error, a warning, neither.
QString counts(int errors, int warnings, int sound);
QString unread(const QString &trouble);
QString legend(const HeartbeatPolicy &policy);
QString beats(qint64 count, Duration interval);
QString over(const QString &title);
QString seen(quint64 times);
QString proof(const QStringList &numbers);
QString texts(int messages);
QString notShown(quint64 messages);
QString messages(const gb::page::SiteReport &report);
QString stage(gb::page::Stage::Kind kind);
/// `first`: it is the first broken one of the chain.
QString stageState(const gb::page::Stage &stage, bool first);

} // namespace gb::wording::page
