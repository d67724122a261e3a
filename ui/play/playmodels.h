#pragma once
#include "ui/play/playing.h"

#include <QAbstractTableModel>

namespace gb::ui {

/// The chain of links from the INVITE to the picture, a row each: state, when, and what proves it.
class PlayChain final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Link, State, After, Proof, columnTotal };
    using QAbstractTableModel::QAbstractTableModel;

    /// nullptr: nothing was played so far.
    void show(const PlaySeen *seen);
    void retranslate();
    /// That the column of states needs, whatever they become.
    static int stateWidth(const QFont &font);
    MediaLink linkAt(int row) const { return static_cast<MediaLink>(row); }
    /// The first one that is broken; -1: none.
    int brokenRow() const { return m_media.firstBroken ? static_cast<int>(*m_media.firstBroken) : -1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    LinkState stateOf(MediaLink link) const;
    QString text(MediaLink link, int column) const;
    QString tip(MediaLink link, int column) const;

    MediaReport m_media;
    bool m_running = true;
};

/// What was measured: names and values.
class PlayNumbers final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const PlaySeen *seen);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString name, value, meaning;
        bool operator==(const Row &) const = default;
    };
    QList<Row> rows() const;

    MediaReport m_media;
    QList<Row> m_rows;
};

/// All rows of a small table as text, cells between tabs.
QString tableText(const QAbstractItemModel &model);

} // namespace gb::ui
