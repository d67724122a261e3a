#pragma once
#include "ui/findings/findinglines.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace gb::ui {

/// What is not worth a look to whoever muted it: a rule, or a rule of one device.
struct Mute
{
    QString rule;
    QString device; ///< empty: of all
    bool operator==(const Mute &) const = default;
    /// "D28" or "D28 34020000001320000001", as the settings have it.
    QString text() const { return device.isEmpty() ? rule : rule + u' ' + device; }
};

enum class FindingColumn { Severity, Device, Title, Rule, Count, First, Last };
constexpr int findingColumnCount = 7;

/// The findings, what is open and worst first, as lines that open: see FindingLine. What is over, muted or of other
/// devices is left out as wished; how many of each there are is counted all the same.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr qsizetype capacity = 10'000; ///< as the engine's list has
    static constexpr qsizetype longList = 200; ///< findings; over it news are shown four times a second, not with every
                                               ///< batch

    struct Counts
    {
        int errors = 0, warnings = 0, infos = 0; ///< open, not muted, and following from none of these
        int over = 0, muted = 0;                 ///< muted ones are in no other figure
        bool operator==(const Counts &) const = default;
    };

    explicit FindingsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void apply(const QList<Finding> &findings);
    /// While held, the lines stay where they are, whatever comes; what they say, and the counts, go on.
    void setHeld(bool held);
    void setAliases(const QHash<QString, QString> &aliases);
    void setMutes(const QStringList &mutes);
    const QStringList &mutes() const { return m_mutes; }
    void setShowOver(bool show);
    void setShowMuted(bool show);
    /// Only those of these devices; none: of all.
    void setDevices(const QStringList &devices);
    /// Words in another language.
    void retranslate();

    /// Of many devices the first one's. Null outside.
    const Finding *at(int row) const;
    /// A line of nothing outside.
    FindingLine line(int row) const { return m_lines.value(row); }
    void setOpen(int row, bool open);
    /// The row of the worst one of these devices, for which what is above it is opened; -1: they have none.
    int reveal(const QStringList &devices);
    /// The row of this finding, the same way; -1: it is not shown.
    int reveal(quint32 id);
    /// What it follows from; null where that is not known, or no more.
    const Finding *rootOf(const Finding &finding) const;
    /// What follows from it and is open.
    QList<const Finding *> effectsOf(const Finding &finding) const;
    bool isMuted(const Finding &finding) const;
    const Counts &counts() const { return m_counts; }
    /// By device: the first cause among its errors that are open and not muted.
    QHash<QString, Finding> worstErrors() const;
    QString deviceText(const Finding &finding) const;

signals:
    void countsChanged();

private:
    bool isShown(const Finding &finding) const;
    QList<const Finding *> shown() const;
    QVariant text(const FindingLine &line, const Finding &finding, FindingColumn column) const;
    void refresh();
    void takeUp();
    void refreshLater();
    void announce(const QList<FindingLine> &before);
    void count();
    void drop();

    QHash<quint32, Finding> m_all;
    QList<FindingLine> m_lines;
    QSet<quint32> m_news; ///< findings that lines are not announced for yet
    QSet<quint64> m_open; ///< keys of lines
    QHash<QString, QString> m_aliases;
    QStringList m_mutes;
    QSet<QString> m_muteSet;
    QStringList m_devices;
    Counts m_counts;
    bool m_showOver = false, m_showMuted = false;
    QTimer m_pause; ///< until a long list is put in order again
    bool m_stale = false, m_held = false;
};

} // namespace gb::ui
