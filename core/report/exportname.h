#pragma once
#include "core/report/profile.h"

#include <QDateTime>
#include <QStringList>

namespace gb {

/// What a name of a file is made of.
struct ExportName
{
    QString record; ///< name of the record's file, without its ending
    QStringList devices;
    Profile profile = Profile::OwnSite;
    QDateTime at;
    QString addition; ///< "report"; empty: what the profile says
};

/// A name to propose, without an ending: of one device and the time, else of the record. Where addresses and IDs get
/// pseudonyms it has neither, since both say who the site is.
QString exportName(const ExportName &of);

/// A name that each system takes, of at most 100 characters: what Windows has no names for becomes '_'.
QString legalFileName(const QString &name);

} // namespace gb
