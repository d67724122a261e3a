#pragma once
#include <QList>
#include <QString>

namespace gb::ui {

class AppSettings;

/// A filter of the message flow that the user keeps, by its text.
struct SavedFilter
{
    QString text;
    int scope = 0; ///< FlowFilter::Scope

    bool operator==(const SavedFilter &) const = default;
};

constexpr qsizetype filtersKept = 12;

/// Those of the settings, each once, the latest first; such as can be read.
QList<SavedFilter> savedFilters(const AppSettings &settings);
void saveFilters(AppSettings &settings, const QList<SavedFilter> &filters);

} // namespace gb::ui
